import asyncio, time
def job(n):
    time.sleep(0.05 * n)
    if n == 2: raise ValueError("two")
    return n * 10
async def inner(name):
    t = asyncio.create_task(asyncio.to_thread(job, 3))
    for i in range(3):
        await asyncio.sleep(0.06); print(name, i)
    r = await asyncio.gather(t, asyncio.to_thread(job, 1), asyncio.to_thread(job, 2), return_exceptions=True)
    print(name, r)
    return name.upper()
def thread(name):
    return asyncio.run(inner(name))
async def main():
    async def tick():
        await asyncio.sleep(0.15); print("tick")
    print(await asyncio.gather(asyncio.to_thread(thread, "a"), tick()))
    print(await asyncio.to_thread(lambda: asyncio.run(asyncio.to_thread(job, 1))))
    print(await asyncio.to_thread(lambda: asyncio.run(asyncio.to_thread(lambda: asyncio.run(asyncio.to_thread(job, 4))))))
    try: await asyncio.to_thread(lambda: asyncio.run(asyncio.to_thread(job, 2)))
    except ValueError as e: print("error", e)
asyncio.run(main())
