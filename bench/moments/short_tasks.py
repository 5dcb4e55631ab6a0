# A hundred thousand tasks that sleep once and are gone: short lives, beside which an index must not be long.
import asyncio


async def guest(number):
    await asyncio.sleep(number % 1000 / 100)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(100_000):
            group.create_task(guest(number))


asyncio.run(main())
