import asyncio


async def work():
    try:
        print("sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("woken", error.args)
        raise
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.02)
    print(task.cancel("now"), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main has", error.args)
    print(task.cancel(), task.cancelled(), task.cancelling())


asyncio.run(main())
