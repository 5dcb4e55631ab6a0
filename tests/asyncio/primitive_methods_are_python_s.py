import asyncio
import inspect
import re


def text(value):
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


async def wrong(what):
    try:
        await what
    except TypeError as error:
        print(error)


async def main():
    queue, lock, loop = asyncio.Queue(2), asyncio.Lock(), asyncio.get_running_loop()
    for method in (queue.get, queue.put_nowait, lock.acquire, asyncio.Event().set, asyncio.Semaphore(2).release,
                   loop.call_soon, loop.stop, asyncio.PriorityQueue().get):
        print(text(method), type(method).__name__, method.__qualname__, inspect.ismethod(method))
    print(queue.get.__self__ is queue, queue.get.__func__ == asyncio.Queue.get, queue.get == queue.get)
    print(text(asyncio.sleep), text(asyncio.Queue.get), text(asyncio.gather), type(asyncio.sleep).__name__)
    print(text(asyncio.Future().set_result), asyncio.Future.set_result.__qualname__)
    await wrong(queue.get)
    await wrong(asyncio.sleep)
    try:
        async with lock.acquire:
            pass
    except TypeError as error:
        print(error)
    try:
        loop.create_task()
    except TypeError as error:
        print(error)


asyncio.run(main())
