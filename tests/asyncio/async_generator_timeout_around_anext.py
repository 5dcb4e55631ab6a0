import asyncio


async def slower():
    for n in range(1, 4):
        await asyncio.sleep(0.04 * n)
        yield n


async def main():
    g = slower()
    try:
        while True:
            print(await asyncio.wait_for(anext(g), 0.1))
    except TimeoutError:
        print("too slow")
    print(await anext(g, "the timeout ended it"))


asyncio.run(main())
