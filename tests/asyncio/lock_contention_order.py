import asyncio


async def worker(name, lock):
    print(name, "wants")
    async with lock:
        print(name, "has")
        await asyncio.sleep(0)
        print(name, "gives")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock) for name in "ABCDE"))


asyncio.run(main())
