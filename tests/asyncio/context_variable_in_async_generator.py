import asyncio
from contextvars import ContextVar

level = ContextVar("level", default=0)


async def climb():
    for n in range(3):
        level.set(level.get() + 1)
        yield level.get()
        await asyncio.sleep(0)


async def main():
    async for n in climb():
        print(n, level.get())
        level.set(level.get() * 10)

    async def in_task():
        return [n async for n in climb()]

    print(await asyncio.create_task(in_task()), level.get())
    print(await asyncio.wait_for(in_task(), 1), level.get())


asyncio.run(main())
