import asyncio


async def main():
    lock = asyncio.Lock()
    await lock.acquire()

    async def stubborn():
        for attempt in range(3):
            try:
                await lock.acquire()
                return f"got it at attempt {attempt}"
            except asyncio.CancelledError as error:
                print("cancelled:", error.args)

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel("one"), task.cancel("two"))
    await asyncio.sleep(0)
    task.cancel("three")
    await asyncio.sleep(0)
    lock.release()
    print(await task, task.cancelling())


asyncio.run(main())
