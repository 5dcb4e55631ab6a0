import asyncio


async def waiter(name, event):
    await event.wait()
    print(name)


async def main():
    event = asyncio.Event()
    early = [asyncio.create_task(waiter(f"early {i}", event)) for i in range(2)]
    await asyncio.sleep(0)
    late = asyncio.create_task(waiter("late, made before the set", event))
    event.set()
    await waiter("the setter itself, at once", event)
    await asyncio.gather(*early, late)


asyncio.run(main())
