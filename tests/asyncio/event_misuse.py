import asyncio


async def main():
    event = asyncio.Event()
    try:
        async with event:
            pass
    except TypeError as error:
        print(error)
    try:
        await event.set()
    except TypeError as error:
        print(error)
    try:
        event.acquire()
    except AttributeError as error:
        print(error)
    print(event.is_set())


asyncio.run(main())
