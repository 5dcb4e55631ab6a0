import asyncio


async def main():
    condition = asyncio.Condition()

    async def first():
        async with condition:
            print("first waits")
            await condition.wait()
            print("first again")

    async def second():
        async with condition:
            print("second is in while first waits:", condition.locked())
            await asyncio.sleep(0)
            condition.notify()
            print("second leaves")

    await asyncio.gather(first(), second())


asyncio.run(main())
