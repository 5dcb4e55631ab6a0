import asyncio


async def step(n):
    await asyncio.sleep(0)
    return n + 1


loop = asyncio.new_event_loop()
n = 0
for _ in range(5):
    n = loop.run_until_complete(step(n))
    print(n, loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
