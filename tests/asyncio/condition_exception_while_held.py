import asyncio


async def main():
    condition = asyncio.Condition()

    async def waiter(name):
        async with condition:
            await condition.wait()
            raise ValueError(name)

    tasks = [asyncio.create_task(waiter(n)) for n in "AB"]
    await asyncio.sleep(0)
    try:
        async with condition:
            condition.notify_all()
            raise KeyError("notifier")
    except KeyError as error:
        print(repr(error), condition.locked())
    print(await asyncio.gather(*tasks, return_exceptions=True), condition.locked())


asyncio.run(main())
