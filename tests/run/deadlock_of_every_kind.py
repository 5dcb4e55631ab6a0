import asyncio

ready = asyncio.Event()


async def event():
    await ready.wait()


async def condition(c):
    async with c:
        await c.wait()


async def semaphore(s):
    await s.acquire()
    await s.acquire()


async def barrier(b):
    await b.wait()


async def put(q):
    await q.put(1)
    await q.put(2)


async def join(q):
    await q.join()


async def future(f):
    await f


async def other(task):
    await task


async def main():
    waiting = asyncio.create_task(event(), name="first")
    full = asyncio.Queue(1)
    answer = asyncio.get_running_loop().create_future()
    await asyncio.gather(condition(asyncio.Condition()), semaphore(asyncio.Semaphore(1)),
                         barrier(asyncio.Barrier(2)), put(full), future(answer), other(waiting), join(full))


asyncio.run(main())
