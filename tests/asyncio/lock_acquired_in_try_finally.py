import asyncio


async def careful(lock, fail):
    await lock.acquire()
    try:
        if fail:
            raise ValueError("inside")
        return "fine"
    finally:
        lock.release()
        print("released", lock.locked())


async def careless(lock):
    await lock.acquire()
    raise ValueError("never released")


async def main():
    lock = asyncio.Lock()
    print(await asyncio.gather(careful(lock, False), careful(lock, True), return_exceptions=True))
    print(await asyncio.gather(careless(lock), return_exceptions=True), lock.locked())


asyncio.run(main())
