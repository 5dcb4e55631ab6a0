import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.02)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, repr(str(error)))
    lock.release()
    print(lock.locked())
    print(await asyncio.wait_for(lock.acquire(), 0.02), lock.locked())


asyncio.run(main())
