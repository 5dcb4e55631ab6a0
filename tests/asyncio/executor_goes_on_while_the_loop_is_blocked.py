import asyncio, time
def worker(n):
    for i in range(3):
        time.sleep(0.1 * n); print("worker", n, i)
    return n
async def main():
    loop = asyncio.get_running_loop()
    fs = [loop.run_in_executor(None, worker, n) for n in (1, 4)]
    await asyncio.sleep(0)
    print("chef blocks")
    time.sleep(0.5)
    print("chef goes on")
    print(await asyncio.gather(*fs))
asyncio.run(main())
