import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for _ in range(3):
        await asyncio.wait([future], timeout=0.02)
    print(future)
    shielded = asyncio.shield(future)
    shielded.cancel()
    await asyncio.sleep(0)
    print("cb=" in repr(future))
    future.set_result(None)


asyncio.run(main())
