# One turn that takes a lock three million times: what goes on within a turn is many events too.
import asyncio


async def main():
    lock = asyncio.Lock()
    for _ in range(3_000_000):
        async with lock:
            pass


asyncio.run(main())
