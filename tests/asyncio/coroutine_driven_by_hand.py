class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def inner(n):
    got = await Suspend(f"inner {n}")
    print("inner got", got)
    return got * 2


async def outer():
    total = 0
    for n in range(2):
        total += await inner(n)
    return total


coroutine = outer()
print(coroutine.send(None))
print(coroutine.send(10))
try:
    coroutine.send(5)
except StopIteration as stop:
    print("returned", stop.value)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
