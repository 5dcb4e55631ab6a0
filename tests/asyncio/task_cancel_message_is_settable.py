import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    await asyncio.sleep(0)
    task.cancel("first")
    task._cancel_message = "second"
    print(task._cancel_message)
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    future._cancel_message = "mine"
    try:
        await future
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
