import asyncio


async def dancer(name, event, log):
    for beat in range(3):
        await event.wait()
        log.append(f"{name}{beat}")
        event.clear()


async def main():
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(dancer(n, event, log)) for n in "AB"]
    while not all(t.done() for t in tasks):
        event.set()
        await asyncio.sleep(0)
        log.append("|")
    print(*log)


asyncio.run(main())
