import asyncio


async def work():
    raise asyncio.CancelledError("mine", 2)


async def main():
    task = asyncio.create_task(work())
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), task.cancelling())
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))
    try:
        await work()
    except asyncio.CancelledError as error:
        print("a coroutine:", error.args)


asyncio.run(main())
