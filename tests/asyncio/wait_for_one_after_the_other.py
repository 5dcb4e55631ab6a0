import asyncio


async def producer(queue, n):
    await asyncio.sleep(0.02 * n)
    queue.append(n)


async def main():
    queue = []
    pending = {asyncio.create_task(producer(queue, n)) for n in (3, 1, 2)}
    rounds = 0
    while pending:
        done, pending = await asyncio.wait(pending, timeout=0.07, return_when=asyncio.FIRST_COMPLETED)
        rounds += 1
        print(rounds, len(done), len(pending), queue)


asyncio.run(main())
