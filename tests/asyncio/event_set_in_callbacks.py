import asyncio


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    for schedule in loop.call_soon, loop.call_soon_threadsafe, lambda f: loop.call_later(0.02, f):
        schedule(event.set)
        print(event.is_set())
        await event.wait()
        print(event.is_set())
        event.clear()


asyncio.run(main())
