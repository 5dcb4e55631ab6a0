import asyncio


async def work(n):
    await asyncio.sleep(0.03 * n)
    return n


async def main():
    tasks = {asyncio.create_task(work(n)) for n in (3, 1, 2)}
    while tasks:
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        print([task.result() for task in done], len(tasks))


asyncio.run(main())
