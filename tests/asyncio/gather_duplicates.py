import asyncio


async def work():
    print("work runs once")
    await asyncio.sleep(0)
    return "result"


async def main():
    coroutine = work()
    print(await asyncio.gather(coroutine, coroutine, coroutine))
    task = asyncio.create_task(work())
    other = asyncio.create_task(work())
    results = await asyncio.gather(task, other, task)
    print(results)


asyncio.run(main())
