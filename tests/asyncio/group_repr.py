import asyncio


async def fail():
    raise ValueError


async def late(group):
    try:
        await asyncio.sleep(10)
    finally:
        print(group)


async def main():
    group = asyncio.TaskGroup()
    print(group)
    try:
        async with group:
            print(group)
            group.create_task(fail())
            group.create_task(late(group))
            print(group)
    except* ValueError:
        pass
    print(group)


asyncio.run(main())
