import asyncio


async def main():
    condition = asyncio.Condition()
    woken = []

    async def waiter(i):
        async with condition:
            await condition.wait()
            woken.append(i)

    tasks = [asyncio.create_task(waiter(i)) for i in range(5)]
    await asyncio.sleep(0)
    for n in -1, True, 1.5, "x", None, 99:
        async with condition:
            try:
                condition.notify(n)
            except TypeError as error:
                print(error)
        await asyncio.sleep(0.02)
        print(repr(n), woken)
    await asyncio.gather(*tasks)


asyncio.run(main())
