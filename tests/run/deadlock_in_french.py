import asyncio
class Table:
    def __init__(self):
        self.forks = [asyncio.Lock() for _ in range(3)]
async def philosopher(t, i):
    async with t.forks[i]:
        await asyncio.sleep(0.01)
        async with t.forks[(i + 1) % 3]:
            print("eats")
async def reader(q):
    print(await q.get())
async def main():
    t = Table()
    q = asyncio.Queue()
    r = asyncio.create_task(reader(q), name="reader")
    await asyncio.gather(*[philosopher(t, i) for i in range(3)])
asyncio.run(main())
