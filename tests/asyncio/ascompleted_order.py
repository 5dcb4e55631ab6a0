import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    jobs = [work("slow", 0.06), work("quick", 0.02), work("middle", 0.04)]
    for future in asyncio.as_completed(jobs):
        print(await future)


asyncio.run(main())
