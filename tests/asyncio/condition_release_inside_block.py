import asyncio


async def main():
    condition = asyncio.Condition()
    try:
        async with condition:
            condition.release()
    except RuntimeError as error:
        print(error)
    async with condition:
        condition.release()
        print(condition.locked())
        await condition.acquire()
    print(condition.locked())


asyncio.run(main())
