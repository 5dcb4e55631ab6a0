import asyncio


async def numbers():
    for n in range(6):
        yield n


async def consume(name, g, log):
    async for n in g:
        log.append(f"{name}{n}")
        await asyncio.sleep(0)


async def main():
    g, log = numbers(), []
    await asyncio.gather(consume("a", g, log), consume("b", g, log))
    print(log)


asyncio.run(main())
