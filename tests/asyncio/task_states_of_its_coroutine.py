import asyncio
import inspect


async def work():
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(asyncio.current_task().get_coro()))


async def main():
    task = asyncio.create_task(work())
    coroutine = task.get_coro()
    print(inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_await)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(coroutine), coroutine.cr_await is not None)
    await task
    print(inspect.getcoroutinestate(coroutine), coroutine.cr_frame, coroutine.cr_await)


asyncio.run(main())
