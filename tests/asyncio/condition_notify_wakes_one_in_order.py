import asyncio


async def waiter(name, condition):
    async with condition:
        result = await condition.wait()
        print(name, result, condition.locked())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, condition)) for n in "ABC"]
    await asyncio.sleep(0)
    for _ in tasks:
        async with condition:
            print("notify:", condition.notify())
        await asyncio.sleep(0.02)
    await asyncio.gather(*tasks)


asyncio.run(main())
