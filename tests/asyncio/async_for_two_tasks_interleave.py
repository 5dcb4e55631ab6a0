import asyncio


async def ticks(name, n):
    for i in range(n):
        await asyncio.sleep(0)
        yield f"{name}{i}"


async def watch(name, log):
    async for tick in ticks(name, 3):
        log.append(tick)


async def main():
    log = []
    await asyncio.gather(watch("a", log), watch("b", log), watch("c", log))
    print(log)


asyncio.run(main())
