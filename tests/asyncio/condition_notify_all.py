import asyncio


async def main():
    condition = asyncio.Condition()

    async def waiter(name):
        async with condition:
            await condition.wait()
            print(name, "has the lock")
            await asyncio.sleep(0)
            print(name, "leaves")

    tasks = [asyncio.create_task(waiter(n)) for n in "ABC"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
        print("notified, still mine:", condition.locked())
        await asyncio.sleep(0)
        print("leaving")
    await asyncio.gather(*tasks)


asyncio.run(main())
