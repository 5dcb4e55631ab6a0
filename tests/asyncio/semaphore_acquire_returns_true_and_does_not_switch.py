import asyncio


async def other():
    print("other runs")


async def main():
    semaphore = asyncio.Semaphore(2)
    task = asyncio.create_task(other())
    print(await semaphore.acquire(), semaphore.locked())
    print(await semaphore.acquire(), semaphore.locked())
    print(semaphore.release(), semaphore.locked())
    await task


asyncio.run(main())
