import asyncio


async def main():
    for set_first in True, False:
        event = asyncio.Event()
        task = asyncio.create_task(event.wait())
        await asyncio.sleep(0)
        if set_first:
            event.set()
            print("cancel:", task.cancel())
        else:
            print("cancel:", task.cancel())
            event.set()
        await asyncio.wait([task])
        print(task.cancelled(), event.is_set())


asyncio.run(main())
