import asyncio


async def work(n):
    try:
        await asyncio.sleep(0.04 * n)
        return n
    except asyncio.CancelledError:
        print("never by wait")
        raise


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=0.1)
    print(sorted(task.result() for task in done), len(pending), [task.done() for task in tasks])
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=None)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=1)
    print(len(done), len(pending))


asyncio.run(main())
