import asyncio


async def gen(name):
    try:
        yield name
        yield "more"
    finally:
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    kept = [gen("open")]
    print(await anext(kept[0]))
    return kept


loop = asyncio.new_event_loop()
kept = loop.run_until_complete(main())
print("the loop has stopped")
loop.run_until_complete(loop.shutdown_asyncgens())
print("shut down")
loop.close()
