import asyncio


async def main():
    condition = asyncio.Condition()

    async def waiter():
        async with condition:
            await condition.wait()
            print("woken")

    async def holder():
        async with condition:
            await asyncio.sleep(0.04)
            print("holder leaves")

    tasks = [asyncio.create_task(waiter()), asyncio.create_task(holder())]
    await asyncio.sleep(0.02)
    condition.notify()                  # locked, though not by us: accepted
    print("notified")
    await asyncio.gather(*tasks)


asyncio.run(main())
