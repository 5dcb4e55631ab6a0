import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, "woken:", await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "ABC"]
    await asyncio.sleep(0)
    print("set:", event.set())
    await asyncio.gather(*tasks)


asyncio.run(main())
