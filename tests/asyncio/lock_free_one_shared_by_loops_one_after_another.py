import asyncio

lock = asyncio.Lock()
total = 0


async def add(n):
    global total
    for _ in range(n):
        async with lock:
            total += 1


for n in range(4):
    asyncio.run(add(n))
print(total, lock.locked())
