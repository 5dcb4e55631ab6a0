import asyncio
import warnings


async def work(n):
    await asyncio.sleep(0.02 * n)
    print("work", n)
    return n


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    loop = asyncio.get_event_loop()
    print(loop.run_until_complete(work(1)))
    print(loop.run_until_complete(asyncio.gather(work(2), work(1))))
    tasks = [loop.create_task(work(n)) for n in (2, 0)]
    done, pending = loop.run_until_complete(asyncio.wait(tasks))
    print(len(done), len(pending))
    task = asyncio.ensure_future(work(0), loop=loop)
    print(loop.run_until_complete(task), asyncio.get_event_loop() is loop)
loop.close()
