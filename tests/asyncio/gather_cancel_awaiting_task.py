import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "ends")


async def gatherer():
    try:
        await asyncio.gather(work("a"), work("b"))
    finally:
        print("gatherer ends")


async def main():
    task = asyncio.create_task(gatherer())
    await asyncio.sleep(0.02)
    task.cancel("whole")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main:", error.args)


asyncio.run(main())
