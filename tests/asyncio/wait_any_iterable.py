import asyncio


async def work(n):
    return n


async def main():
    try:
        await asyncio.wait(task for task in ())
    except TypeError as error:
        print(error)
    done, pending = await asyncio.wait(map(asyncio.create_task, [work(n) for n in range(3)]))
    print(sorted(task.result() for task in done))
    task = asyncio.create_task(work(5))
    done, pending = await asyncio.wait([task, task, task])
    print(len(done))
    done, pending = await asyncio.wait({asyncio.create_task(work(6)): "a dict's keys"})
    print([task.result() for task in done])


asyncio.run(main())
