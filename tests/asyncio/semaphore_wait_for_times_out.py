import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)

    async def impatient(name, seconds):
        try:
            await asyncio.wait_for(semaphore.acquire(), seconds)
            print(name, "in")
            semaphore.release()
        except TimeoutError:
            print(name, "gave up")

    async with semaphore:
        tasks = [asyncio.create_task(impatient("short", 0.02)), asyncio.create_task(impatient("long", 1))]
        await asyncio.sleep(0.05)
    await asyncio.gather(*tasks)
    print(semaphore.locked())


asyncio.run(main())
