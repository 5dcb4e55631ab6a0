import asyncio


async def work():
    print("never begins")
    try:
        await asyncio.sleep(1)
    finally:
        print("nor ends")


async def main():
    task = asyncio.create_task(work())
    print(task.cancel("early"), task.cancelled(), task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task.cancelled())


asyncio.run(main())
