import asyncio

bounded = asyncio.BoundedSemaphore()
print(isinstance(bounded, asyncio.Semaphore), asyncio.BoundedSemaphore.__mro__[1].__name__)


async def main():
    print(await bounded.acquire(), bounded.locked())
    bounded.release()
    print(bounded.locked())


asyncio.run(main())
