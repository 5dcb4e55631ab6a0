import asyncio


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(0)

    async def putter(name):
        await queue.put(name)
        print(name, "is in")

    old = asyncio.create_task(putter("old"))
    await asyncio.sleep(0)
    print(queue.get_nowait())
    await putter("new")
    await asyncio.sleep(0)
    print("old waits again:", not old.done())
    print(queue.get_nowait())
    await old
    print(queue.get_nowait())


asyncio.run(main())
