import asyncio
async def handle(n):
    await asyncio.sleep(0.5)
async def server():
    n = 0
    while True:
        await asyncio.sleep(0.1)
        asyncio.create_task(handle(n)); n += 1
asyncio.run(server())
