import asyncio


async def work(n):
    await asyncio.sleep(0.02 * n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
    tasks[0].cancel()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), tasks[0].cancelled(), tasks[1].result())


asyncio.run(main())
