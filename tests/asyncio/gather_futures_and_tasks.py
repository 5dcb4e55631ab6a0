import asyncio


async def work():
    return "coroutine"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    done = loop.create_future()
    done.set_result("done before")
    loop.call_later(0.02, future.set_result, "future")
    task = asyncio.create_task(work(), name="t")
    print(await asyncio.gather(future, task, work(), done))


asyncio.run(main())
