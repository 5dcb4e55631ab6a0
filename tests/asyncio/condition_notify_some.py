import asyncio


async def main():
    condition = asyncio.Condition()
    woken = []

    async def waiter(name):
        async with condition:
            await condition.wait()
            woken.append(name)

    tasks = [asyncio.create_task(waiter(i)) for i in range(6)]
    await asyncio.sleep(0)
    for n in 2, 0, 1, 50:
        async with condition:
            condition.notify(n)
        await asyncio.sleep(0.02)
        print(n, woken)
    await asyncio.gather(*tasks)


asyncio.run(main())
