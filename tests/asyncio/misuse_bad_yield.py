import asyncio


class Bad:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        try:
            yield self.value
        except RuntimeError as error:
            print(str(error).split(" in <")[0].split(": <")[0], "|", str(error).split(":")[-1].strip())
        return "went on"


async def main():
    for value in (3, "text", [1]):
        print(await asyncio.create_task(one(value)))


async def one(value):
    asyncio.current_task().set_name("one")
    return await Bad(value)


asyncio.run(main())
