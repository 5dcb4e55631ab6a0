"""An event is set for two who wait, asked for by one who need not, and cleared."""
import asyncio


async def guest(dinner):
    await dinner.wait()


async def main():
    dinner = asyncio.Event()
    guests = [asyncio.create_task(guest(dinner)) for _ in range(2)]
    await asyncio.sleep(1)
    dinner.set()
    await dinner.wait()
    await guests[0]
    dinner.clear()
    print(dinner.is_set(), guests[1].done())


asyncio.run(main())
