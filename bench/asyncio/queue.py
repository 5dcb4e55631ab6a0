"""Producers and consumers on both sides of a bounded queue."""
import asyncio


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def consume(queue, sums):
    while True:
        sums[0] += await queue.get()
        queue.task_done()


async def main():
    queue, sums = asyncio.Queue(maxsize=8), [0]
    consumers = [asyncio.create_task(consume(queue, sums)) for _ in range(10)]
    await asyncio.gather(*(produce(queue, 12_000) for _ in range(10)))
    await queue.join()
    for consumer in consumers:
        consumer.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(sums[0])


asyncio.run(main())
