import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raise ValueError("instead") from error


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("m")
    try:
        await task
    except ValueError as error:
        print(repr(error), repr(error.__cause__))
    print(task.cancelled(), repr(task.exception()))


asyncio.run(main())
