async def add(a, b):
    return a + b


async def twice(x):
    return await add(x, x)


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


print(run(add(1, 2)), run(twice(21)))
finished = add(1, 1)
run(finished)
try:
    finished.send(None)
except RuntimeError as error:
    print(error)
