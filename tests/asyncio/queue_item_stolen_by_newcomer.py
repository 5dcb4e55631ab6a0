import asyncio


async def main():
    queue = asyncio.Queue()

    async def getter(name):
        print(name, "got", await queue.get())

    old = asyncio.create_task(getter("old"))
    await asyncio.sleep(0)
    queue.put_nowait(1)
    await getter("new")                 # takes the item before the woken getter runs
    await asyncio.sleep(0)
    print("old waits again:", not old.done())
    queue.put_nowait(2)
    await old


asyncio.run(main())
