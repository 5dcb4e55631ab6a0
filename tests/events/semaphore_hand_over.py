"""A semaphore's permit goes to the first in line, though another asks meanwhile."""
import asyncio


async def burn(stove, n):
    async with stove:
        await asyncio.sleep(n)


async def main():
    stove = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for n in (1, 2, 1):
            group.create_task(burn(stove, n), name=f"dish {n}")


asyncio.run(main())
