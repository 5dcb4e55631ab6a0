class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, kind, error, traceback):
        print("aexit", kind.__name__ if kind else None)
        return kind is KeyError


async def agen(n):
    for i in range(n):
        yield i * i


async def main():
    async with Countdown(3) as c:
        async for i in c:
            print(i)
        else:
            print("else")
    async with Countdown(1):
        raise KeyError("swallowed")
    print([x async for x in agen(5) if x % 2 == 0], {x async for x in agen(2)})
    print({x: x + 1 async for x in agen(3)}, [y async for y in agen(3)][-1])
    return "end"


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
