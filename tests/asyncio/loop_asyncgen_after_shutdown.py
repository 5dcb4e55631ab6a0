import asyncio


async def count():
    yield 1
    yield 2


async def main():
    loop = asyncio.get_running_loop()
    await loop.shutdown_asyncgens()
    generator = count()
    print(await generator.__anext__())
    await generator.aclose()


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
