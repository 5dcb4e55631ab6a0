import asyncio


async def main():
    condition = asyncio.Condition()
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.02)
        except TimeoutError:
            print("wait_for:", condition.locked())
        try:
            async with asyncio.timeout(0.02):
                await condition.wait_for(lambda: False)
        except TimeoutError:
            print("timeout:", condition.locked())
    print(condition.locked())


asyncio.run(main())
