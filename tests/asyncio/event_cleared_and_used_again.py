import asyncio


async def main():
    event = asyncio.Event()
    print(event.is_set())
    for turn in range(3):
        waiter = asyncio.create_task(event.wait())
        await asyncio.sleep(0)
        event.set()
        event.set()
        print(turn, event.is_set(), await waiter)
        print(event.clear(), event.is_set())


asyncio.run(main())
