import asyncio


async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            async with asyncio.timeout(0.02):
                async with lock:
                    print("a Lock is not reentrant")
        except TimeoutError:
            print("waited for itself", lock.locked())
    print(lock.locked())


asyncio.run(main())
