import asyncio


class Answer(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


async def search(n, target):
    await asyncio.sleep(0.02 * n)
    if n == target:
        raise Answer(n * 100)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(5):
                group.create_task(search(n, 2))
    except* Answer as found:
        print("found", found.exceptions[0].value)


asyncio.run(main())
