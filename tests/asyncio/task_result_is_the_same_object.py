import asyncio


async def work():
    return [1, 2, 3]


async def main():
    task = asyncio.create_task(work())
    first = await task
    first.append(4)
    print(await task, task.result() is first)
    gathered = await asyncio.gather(task, task)
    print(gathered[0] is gathered[1] is first)


asyncio.run(main())
