import asyncio


async def gen():
    for i in range(5):
        await asyncio.sleep(0)
        yield i


async def main():
    g = gen()
    print(await asyncio.create_task(anext(g)), asyncio.iscoroutine(anext(g)))
    print(await asyncio.ensure_future(anext(g)), await asyncio.wait_for(anext(g), 1))
    print(await asyncio.gather(anext(g), asyncio.sleep(0, "other")), await anext(g, "default"),
          await asyncio.create_task(anext(g, "default")))


asyncio.run(main())
