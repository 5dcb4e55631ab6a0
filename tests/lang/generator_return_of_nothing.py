# The StopIteration of a return without a value has no arguments.
def gen(result):
    yield 1
    return result


def outer(result):
    return (yield from gen(result))


async def coro(result):
    return result


for make in (gen, outer):
    for result in (None, 5, (1, 2)):
        for go in (next, lambda it: it.send(0)):
            it = make(result)
            next(it)
            try:
                go(it)
            except StopIteration as e:
                print(repr(e), e.args, e.value)
for result in (None, 5):
    try:
        coro(result).send(None)
    except StopIteration as e:
        print(repr(e), e.args, e.value)
try:
    next(iter([]))
except StopIteration as e:
    print(repr(e), e.args, e.value)
