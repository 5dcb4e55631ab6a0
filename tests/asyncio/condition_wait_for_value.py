import asyncio


async def main():
    condition = asyncio.Condition()
    stock = []
    calls = 0

    def enough():
        nonlocal calls
        calls += 1
        return len(stock) >= 3 and stock

    async def buyer():
        async with condition:
            return await condition.wait_for(enough)

    task = asyncio.create_task(buyer())
    for item in "abc":
        await asyncio.sleep(0.02)
        async with condition:
            stock.append(item)
            condition.notify()
    print(await task, calls)


asyncio.run(main())
