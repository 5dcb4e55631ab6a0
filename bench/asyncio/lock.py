"""Fifty tasks want one lock, again and again."""
import asyncio


async def work(lock, shared, n):
    for _ in range(n):
        async with lock:
            before = shared["count"]
            await asyncio.sleep(0)
            shared["count"] = before + 1


async def main():
    lock, shared = asyncio.Lock(), {"count": 0}
    await asyncio.gather(*(work(lock, shared, 1500) for _ in range(50)))
    print(shared["count"])


asyncio.run(main())
