"""A wait that was cancelled, and its error, hold nothing of who waited."""
import asyncio


class Plate:
    def __del__(self): print("gone")


async def main(what):
    plate = Plate()
    try:
        if what == 0: await asyncio.Barrier(2).wait()
        if what == 1: await asyncio.sleep(10)
        if what == 2: await asyncio.Event().wait()
        if what == 3: await asyncio.Queue().get()
        if what == 4:
            s = asyncio.Semaphore(0); await s.acquire()
        if what == 5:
            c = asyncio.Condition()
            async with c: await c.wait()
        if what == 6: await asyncio.gather(asyncio.sleep(10))
        if what == 7: await asyncio.wait_for(asyncio.sleep(10), 5)
        if what == 8: await asyncio.wait([asyncio.create_task(asyncio.sleep(10))])
        if what == 9:
            async with asyncio.timeout(5): await asyncio.sleep(10)
        if what == 10:
            async with asyncio.TaskGroup() as g: g.create_task(asyncio.sleep(10))
        if what == 11: await asyncio.shield(asyncio.sleep(10))
        if what == 12:
            l = asyncio.Lock(); await l.acquire(); await l.acquire()
        if what == 13:
            for f in asyncio.as_completed([asyncio.sleep(10)]): await f
        if what == 14: await asyncio.get_running_loop().create_future()
        if what == 15:
            q = asyncio.Queue(1); q.put_nowait(1); await q.join()
        if what == 16:
            q = asyncio.Queue(1); q.put_nowait(1); await q.put(1)
    except BaseException as e:
        pass


async def whole():
    for i in range(17):
        print(i)
        t = asyncio.create_task(main(i))
        await asyncio.sleep(1)
        t.cancel()
        await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
        t = None
        print("done")
    for i in range(17):
        print(i)
        await asyncio.wait_for(main(i), 1)
        print("done")


asyncio.run(whole())
print("end")
# Hangs on the collector: not for a build that collects at every allocation.
