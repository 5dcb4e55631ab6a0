import asyncio


async def work(value):
    await asyncio.sleep(0.02)
    return value


class Dish:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "dish"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(work("coroutine"), 1))
    print(await asyncio.wait_for(asyncio.create_task(work("task")), timeout=1))
    print(await asyncio.wait_for(work("for ever"), None))
    future = loop.create_future()
    loop.call_later(0.02, future.set_result, "future")
    print(await asyncio.wait_for(future, 1))
    print(await asyncio.wait_for(Dish(), 1))


asyncio.run(main())
