import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("first", f is future, f.result()))
    future.add_done_callback(lambda f: print("second"))
    future.set_result("x")
    print("callbacks come by the loop")
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("third"))
    print("third not yet")
    await asyncio.sleep(0)
    dropped = loop.create_future()
    dropped.add_done_callback(lambda f: print("cancelled", f.cancelled()))
    dropped.cancel()
    await asyncio.sleep(0)


asyncio.run(main())
