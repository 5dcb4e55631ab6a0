import asyncio


async def work(n):
    await asyncio.sleep(0.02)
    print("work", n)


async def returns():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1))
        return "returned"


async def main():
    print(await returns())
    for n in (2, 3):
        async with asyncio.TaskGroup() as group:
            group.create_task(work(n))
            if n == 2:
                continue
            break
    print("end")


asyncio.run(main())
