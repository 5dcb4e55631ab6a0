import asyncio
async def ping(q, r):
    while True:
        await q.get()
        await r.put(1)
async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    a.put_nowait(1)
    await asyncio.gather(ping(a, b), ping(b, a))
asyncio.run(main())
