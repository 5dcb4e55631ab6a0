# Unpacking goes wrong in frames with no room to spare: of generators, which are kept apart.
def pairs(items):
    for item in items:
        a, b = item
        yield a, b


def one(item):
    (a,) = item
    yield a


def none(item):
    () = item
    yield 1


def attempt(gen):
    try:
        print(list(gen))
    except ValueError as e:
        print(e)


attempt(pairs([(1, 2), (3, 4, 5)]))
attempt(pairs([[1, 2], [3]]))
attempt(pairs(["ab", range(2), {1: 2, 3: 4}, {5}]))
attempt(pairs([iter([1, 2, 3])]))
attempt(pairs([(x for x in range(2)), (x for x in range(3))]))
attempt(one((1, 2)))
attempt(one([1]))
attempt(none(()))
attempt(none((1,)))
