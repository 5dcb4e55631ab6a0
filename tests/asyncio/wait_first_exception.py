import asyncio


async def work(n, fails=False):
    await asyncio.sleep(0.03 * n)
    if fails:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n, fails=n == 2)) for n in range(4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([task in done for task in tasks], [task in pending for task in tasks])
    print(repr(tasks[2].exception()), tasks[1].result())
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))


asyncio.run(main())
