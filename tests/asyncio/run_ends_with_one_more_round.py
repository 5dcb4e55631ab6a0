import asyncio


async def helper():
    print("the helper has its turn")


async def main():
    tasks.append(asyncio.create_task(helper()))
    print("main ends at once")


tasks = []
asyncio.run(main())
print(tasks[0].cancelled(), tasks[0].done())
