import asyncio


async def waiter(name, event):
    await event.wait()
    if name == "B":
        raise ValueError(name)
    return name


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "ABC"]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
