import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    async for n in Countdown(3):
        print(n)
    else:
        print("lift off")
    async for n in Countdown(5):
        if n == 4:
            continue
        if n == 2:
            break
        print(n)
    else:
        print("never")
    async for (a, b), *rest in pairs():
        print(a, b, rest)


async def pairs():
    yield (1, 2), 3, 4
    yield "ab", "c"


asyncio.run(main())
