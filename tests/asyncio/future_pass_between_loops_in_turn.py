import asyncio


async def produce(n):
    await asyncio.sleep(0)
    return n


total = 0
for n in range(5):
    loop = asyncio.new_event_loop()
    total += loop.run_until_complete(produce(n))
    loop.close()
print(total)
