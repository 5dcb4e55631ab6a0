"""Waits with a limit, of which some run out."""
import asyncio


async def answer(n):
    await asyncio.sleep(0.02 if n % 10 == 0 else 0)
    return n


async def ask(count):
    late = 0
    for n in range(count):
        try:
            await asyncio.wait_for(answer(n), 0.01)
        except asyncio.TimeoutError:
            late += 1
    return late


async def main():
    print(sum(await asyncio.gather(*(ask(2000) for _ in range(20)))))


asyncio.run(main())
