import asyncio


async def work(n):
    await asyncio.sleep(0.04 if n % 2 else 0)
    return n


async def main():
    results = []
    for n in range(6):
        try:
            results.append(await asyncio.wait_for(work(n), 0.02))
        except TimeoutError:
            results.append("timeout")
    print(results)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
