import asyncio


async def main():
    for thing in asyncio.Lock(), asyncio.Semaphore(), asyncio.BoundedSemaphore(), asyncio.Condition():
        try:
            with thing:
                print("never")
        except TypeError as error:
            print(error)
        print(thing.locked())


asyncio.run(main())
