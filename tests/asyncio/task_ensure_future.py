import asyncio


async def work():
    return "work"


class Awaitable:
    def __await__(self):
        yield
        return "awaitable"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(asyncio.ensure_future(future) is future)
    task = asyncio.create_task(work())
    print(asyncio.ensure_future(task) is task, asyncio.ensure_future(task, loop=loop) is task)
    made = asyncio.ensure_future(work())
    print(type(made) is asyncio.Task, await made)
    print(await asyncio.ensure_future(Awaitable()))
    for wrong in (3, None, work, [work]):
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(future, loop=other)
    except ValueError as error:
        print(error)
    other.close()
    await task


asyncio.run(main())
