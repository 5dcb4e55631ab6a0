import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)

    async def worker(name):
        async with semaphore:
            print(name, "in")
            try:
                await asyncio.sleep(0.02 if name == "heir" else 10)
            finally:
                print(name, "out")

    tasks = [asyncio.create_task(worker("holder")), asyncio.create_task(worker("heir"))]
    await asyncio.sleep(0.02)
    tasks[0].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), semaphore.locked())


asyncio.run(main())
