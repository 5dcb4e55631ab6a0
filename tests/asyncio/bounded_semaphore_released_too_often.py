import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    await semaphore.acquire()
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as error:
        print(error.args)
    async with semaphore, semaphore:
        print(semaphore.locked())
    try:
        async with semaphore:
            semaphore.release()
    except ValueError as error:
        print("at the end of the block:", error)
    print(semaphore.locked())


asyncio.run(main())
