from itertools import islice, count


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(islice("abcdef", 3)), lambda: list(islice("abcdef", 2, 4)), lambda: list(islice("abcdef", 0, None, 2)), lambda: list(islice([1, 2], None)),
      lambda: list(islice(count(), 5, 20, 5)), lambda: list(islice([1, 2, 3], 10)), lambda: list(islice([1, 2, 3], 3, 1)), lambda: islice([1], -1),
      lambda: islice([1], 1, -1), lambda: islice([1], "a"), lambda: islice([1], 1, 2, 0), lambda: islice([1]), lambda: islice(5, 1), lambda: islice([1], 2.0),
      lambda: islice([1], 1, 2, 3, 4))
it = iter(range(10))
print(list(islice(it, 2)), list(islice(it, 1, 4, 2)), list(it))
def gen():
    for i in range(10):
        yield i
g = gen()
print(list(islice(g, 2)), list(islice(g, 1, 4, 2)), next(g), list(islice(g, 3, 1)), list(g))
