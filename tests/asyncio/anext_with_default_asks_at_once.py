"""anext(iterator, default) calls __anext__ when it is called, not when it is awaited."""
import asyncio


class Steps:
    def __init__(self, n):
        self.left = n

    def __aiter__(self):
        return self

    def __anext__(self):
        print("asked", self.left)
        if self.left == 0:
            raise KeyError("at once")
        self.left -= 1
        return self.step()

    async def step(self):
        await asyncio.sleep(0)
        if self.left == 1:
            raise StopAsyncIteration
        return self.left


async def main():
    steps = Steps(3)
    first, second = anext(steps, "none"), anext(steps, "none")
    print("asked for two")
    print(await second, await first)
    print(await anext(steps, "none"))
    try:
        anext(steps)
    except KeyError as e:
        print("raised", e)


asyncio.run(main())
