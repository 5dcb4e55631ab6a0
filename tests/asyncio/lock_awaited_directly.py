import asyncio


async def main():
    for make in asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Queue:
        try:
            await make()
        except TypeError as error:
            print(error)


asyncio.run(main())
