import asyncio


async def failing(lock):
    async with lock:
        await asyncio.sleep(0.02)
        raise KeyError("salt")


async def patient(lock):
    try:
        async with lock:
            print("inside")
            await asyncio.sleep(0.05)
    except asyncio.CancelledError:
        print("struck off")
        raise


async def main():
    lock = asyncio.Lock()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing(lock))
            group.create_task(patient(lock))
    except* KeyError as caught:
        print(repr(caught.exceptions))
    print(lock.locked())


asyncio.run(main())
