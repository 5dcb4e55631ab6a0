import asyncio


async def enter(group):
    async with group:
        pass


async def main():
    group = asyncio.TaskGroup()
    async with group:
        try:
            await group.__aenter__()
        except RuntimeError as error:
            print(error)


asyncio.run(main())
group = asyncio.TaskGroup()
coroutine = enter(group)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
