"""A queue of one place: the producer waits to put, the consumer waits to take, join waits for both."""
import asyncio


async def produce(belt):
    for dish in ("soup", "fish", "cake"):
        await belt.put(dish)


async def consume(belt):
    while True:
        dish = await belt.get()
        await asyncio.sleep(1)
        print("ate", dish)
        belt.task_done()


async def main():
    belt = asyncio.Queue(1)
    eater = asyncio.create_task(consume(belt), name="eater")
    await produce(belt)
    await belt.join()
    eater.cancel()


asyncio.run(main())
