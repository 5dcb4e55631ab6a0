# What the desk is tested with: some of everything, in a few turns.
import asyncio

knife = asyncio.Lock()
shelf = asyncio.Queue(maxsize=2)


async def cook(name, pause):
    for number in range(2):
        async with knife:
            print(name, "cuts", number)
            await asyncio.sleep(pause)
        await shelf.put((name, number))


async def waiter():
    while True:
        name, number = await shelf.get()
        print("served:", name, number)
        await asyncio.sleep(0.2)


async def main():
    serving = asyncio.create_task(waiter())
    await asyncio.gather(cook("Ada", 0.5), cook("Ben", 1), cook("Cleo", 0.1))
    serving.cancel()


asyncio.run(main())
