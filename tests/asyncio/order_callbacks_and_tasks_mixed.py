import asyncio


async def work(name):
    print(name, 1)
    await asyncio.sleep(0)
    print(name, 2)


async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(work("a"))
    loop.call_soon(print, "callback 1")
    b = asyncio.create_task(work("b"))
    loop.call_soon(lambda: loop.call_soon(print, "callback from callback"))
    future = loop.create_future()
    future.add_done_callback(lambda f: print("future callback"))
    future.set_result(None)
    await asyncio.sleep(0)
    print("main")
    await asyncio.gather(a, b)


asyncio.run(main())
