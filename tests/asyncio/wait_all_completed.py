import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks)
    print(len(done), pending, type(done).__name__, type(pending).__name__)
    print(sorted(task.result() for task in done), [task.done() for task in tasks])


asyncio.run(main())
