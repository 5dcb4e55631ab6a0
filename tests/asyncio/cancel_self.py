import asyncio


async def work():
    me = asyncio.current_task()
    print(me.cancel("myself"), me.cancelling(), me.cancelled())
    print("until the next await")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("here", error.args)
        raise


async def no_await():
    asyncio.current_task().cancel()
    return "returned"


async def main():
    task = asyncio.create_task(work())
    await asyncio.wait([task])
    print(task.cancelled())
    task = asyncio.create_task(no_await())
    await asyncio.wait([task])
    print(task.cancelled(), task.done())


asyncio.run(main())
