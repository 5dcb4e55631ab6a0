"""A timer that is not needed any more stays among the others until who has set it goes on: with
equal deadlines the order hangs on who else is there."""
import asyncio


async def late(n):
    await asyncio.wait_for(asyncio.sleep(0), 50 - n)


async def main():
    loop = asyncio.get_running_loop()
    for first in range(4):
        jobs = [asyncio.create_task(late(n)) for n in range(first)]
        await asyncio.sleep(0)
        when = loop.time() + 1
        order = []
        for n in range(8):
            loop.call_at(when, order.append, n)
            if n % 3 == first % 3:
                jobs.append(asyncio.create_task(late(n)))
                await asyncio.sleep(0)
        await asyncio.sleep(2)
        print(first, order)


asyncio.run(main())
