import asyncio


async def work(n):
    await asyncio.sleep(0.04)
    print("work", n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    asyncio.get_running_loop().call_later(0.02, tasks[1].cancel, "only one")
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    await asyncio.sleep(0.05)
    print([task.cancelled() for task in tasks])
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    tasks[2].cancel("again")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([repr(result) for result in results])


asyncio.run(main())
