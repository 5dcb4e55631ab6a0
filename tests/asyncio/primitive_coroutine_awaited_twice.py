import asyncio


async def main():
    event = asyncio.Event()
    event.set()
    for make in event.wait, asyncio.Lock().acquire, asyncio.Semaphore().acquire, asyncio.Queue().join:
        c = make()
        print(await c, end=" ")
        try:
            await c
        except RuntimeError as error:
            print(error)


asyncio.run(main())
