import asyncio


async def waiter(name, event):
    await event.wait()
    print(name, "woken although it is", event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "AB"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.gather(*tasks)
    await asyncio.sleep(0)
    print(late.done())
    event.set()
    await late


asyncio.run(main())
