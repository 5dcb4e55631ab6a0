import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_later(float("inf"), print, "never")
    far = loop.call_later(1e9, print, "never either")
    print(handle.when(), far.when() > 1e9)
    try:
        await asyncio.wait_for(asyncio.sleep(float("inf")), 0.02)
    except TimeoutError:
        print("timeout")


asyncio.run(main())
