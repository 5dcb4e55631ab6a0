import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def work():
    before = level.get()
    level.set(5)
    await asyncio.sleep(0)
    return before, level.get()


async def main():
    level.set(1)
    print(await asyncio.wait_for(work(), 1), level.get())
    print(await asyncio.wait_for(work(), None), level.get())
    level.set(1)
    async with asyncio.timeout(1):
        print(await work(), level.get())


asyncio.run(main())
