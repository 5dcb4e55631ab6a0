import asyncio


async def work(n):
    await asyncio.sleep(0.04 * n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(4)]
    for future in asyncio.as_completed(tasks, timeout=0.06):
        try:
            print(await future)
        except TimeoutError as error:
            print("timeout", error.args)
    print([task.done() for task in tasks])
    await asyncio.wait(tasks)
    print([task.result() for task in tasks])


asyncio.run(main())
