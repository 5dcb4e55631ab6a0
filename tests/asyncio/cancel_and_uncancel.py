import asyncio


async def work():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(me.cancelling(), me.uncancel(), me.uncancel(), me.uncancel())
    print(me.cancelling())
    await asyncio.sleep(0)
    return "went on"


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(await task)


asyncio.run(main())
