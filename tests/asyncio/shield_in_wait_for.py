import asyncio


async def work():
    await asyncio.sleep(0.1)
    return "late but whole"


async def main():
    task = asyncio.create_task(work())
    for attempt in range(3):
        try:
            print(await asyncio.wait_for(asyncio.shield(task), 0.04))
            break
        except TimeoutError:
            print("not yet", attempt)


asyncio.run(main())
