import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print(name, "done")
    return name


async def main():
    print(await asyncio.gather(work("slow", 0.06), work("quick", 0.02), work("middle", 0.04)))


asyncio.run(main())
