import asyncio


async def work():
    pass


async def main():
    coroutine = work()
    task = asyncio.create_task(coroutine)
    print(task.get_coro() is coroutine, task.get_coro().__name__, task.get_coro().cr_frame is not None)
    await task
    print(task.get_coro() is coroutine, coroutine.cr_frame)
    print(task.get_loop() is asyncio.get_running_loop())


asyncio.run(main())
