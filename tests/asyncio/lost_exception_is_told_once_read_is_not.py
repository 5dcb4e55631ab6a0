import asyncio


async def fail(n):
    raise ValueError(n)


async def main():
    tasks = [asyncio.create_task(fail(n)) for n in range(4)]
    await asyncio.wait(tasks)
    tasks[0].exception()
    try:
        await tasks[1]
    except ValueError as error:
        print("awaited:", error)
    try:
        tasks[2].result()
    except ValueError as error:
        print("result:", error)
    tasks[3].set_name("the last one")
    print([task.done() for task in tasks])


asyncio.run(main())
