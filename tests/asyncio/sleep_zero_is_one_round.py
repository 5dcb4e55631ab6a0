import asyncio


async def count(name, rounds):
    for n in range(rounds):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(count("task", 3))
    for n in range(5):
        print("main", n)
        await asyncio.sleep(0)


asyncio.run(main())
