import asyncio


async def work(name, turns):
    for n in range(turns):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


log = []


async def main():
    await asyncio.gather(work("a", 5), work("b", 2), work("c", 3))
    print(*log)


asyncio.run(main())
