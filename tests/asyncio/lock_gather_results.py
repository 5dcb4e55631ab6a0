import asyncio


async def main():
    lock = asyncio.Lock()

    async def turn():
        await lock.acquire()
        asyncio.get_running_loop().call_later(0.02, lock.release)
        return lock.locked()

    print(await asyncio.gather(turn(), turn(), turn()))
    await asyncio.sleep(0.04)
    print(lock.locked())


asyncio.run(main())
