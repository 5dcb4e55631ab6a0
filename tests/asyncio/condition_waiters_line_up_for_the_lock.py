import asyncio


async def main():
    condition = asyncio.Condition()
    log = []

    async def waiter(name):
        async with condition:
            await condition.wait()
            log.append(name)

    async def plain(name):
        async with condition:
            log.append(name)

    waiters = [asyncio.create_task(waiter(f"w{i}")) for i in range(2)]
    await asyncio.sleep(0)
    async with condition:
        others = [asyncio.create_task(plain(f"p{i}")) for i in range(2)]
        await asyncio.sleep(0)
        condition.notify_all()
    await asyncio.gather(*waiters, *others)
    print(log)


asyncio.run(main())
