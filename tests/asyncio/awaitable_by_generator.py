import asyncio


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Sleepy:
    def __await__(self):
        print("before")
        yield from asyncio.sleep(0.02).__await__()
        print("after")
        return "slept"


class Bare:
    def __await__(self):
        yield                           # as sleep(0): back in the next round
        return "back"


async def other():
    print("other")


async def main():
    print(await Ready(5))
    print(await Sleepy())
    asyncio.create_task(other())
    print(await Bare())
    print(await asyncio.gather(Bare(), Ready(1), Sleepy()))


asyncio.run(main())
