import asyncio


async def main():
    for get_first in True, False:
        queue = asyncio.Queue(1)
        queue.put_nowait("first")
        a, b = [asyncio.create_task(queue.put(n)) for n in "AB"]
        await asyncio.sleep(0)
        if get_first:
            got = queue.get_nowait()
            a.cancel()
        else:
            a.cancel()
            got = queue.get_nowait()
        await asyncio.wait([a, b])
        print(got, a.cancelled(), b.done(), queue)


asyncio.run(main())
