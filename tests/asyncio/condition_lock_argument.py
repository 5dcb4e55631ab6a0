import asyncio


async def main():
    lock = asyncio.Lock()
    condition = asyncio.Condition(lock=lock)
    await lock.acquire()
    print(condition.locked())
    condition.release()
    print(lock.locked())
    try:
        asyncio.Condition("key")
    except AttributeError as error:
        print(error)


asyncio.run(main())
