import asyncio


async def work():
    pass


def factory(loop, coro):
    return asyncio.Task(coro, loop=loop)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.current_task()]
    tasks.append(asyncio.create_task(work(), name="given"))
    tasks.append(asyncio.create_task(work()))
    tasks.append(loop.create_task(work(), name="by the loop"))
    tasks.append(loop.create_task(work()))
    tasks.append(asyncio.Task(work(), name="by the class"))
    tasks.append(asyncio.ensure_future(work()))
    async with asyncio.TaskGroup() as group:
        tasks.append(group.create_task(work(), name="in a group"))
        tasks.append(group.create_task(work()))
    await asyncio.gather(work(), work())
    tasks.append(asyncio.create_task(work()))
    print(*(task.get_name() for task in tasks), sep=", ")
    await asyncio.sleep(0)


asyncio.run(main())
