import asyncio


async def down(n):
    return await down(n + 1)


async def main():
    try:
        await down(0)
    except RecursionError as error:
        print(type(error).__name__, str(error)[:32])
    task = asyncio.create_task(down(0))
    await asyncio.wait([task])
    print(type(task.exception()).__name__)
    print("the loop goes on", await asyncio.sleep(0, 1))


asyncio.run(main())
