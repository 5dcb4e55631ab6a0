import asyncio


async def main():
    for thing in asyncio.Lock(), asyncio.Semaphore(), asyncio.Condition():
        print(await thing.__aenter__(), thing.locked())
        print(await thing.__aexit__(None, None, None), thing.locked())
        try:
            await thing.__aexit__(None, None, None)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
