from itertools import repeat, cycle, islice


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(repeat("x", 3)), lambda: repeat("x", 2), lambda: repeat(7), lambda: list(repeat(1, -2)), lambda: list(map(pow, range(4), repeat(2))),
      lambda: repeat(), lambda: repeat(1, "a"), lambda: list(repeat(object=1, times=2)), lambda: repeat(1, 2).__length_hint__(),
      lambda: list(islice(cycle("ab"), 5)), lambda: list(cycle([])), lambda: cycle(), lambda: cycle(5))
seen = []
def source():
    for i in range(2):
        seen.append(i)
        yield i
c = cycle(source())
print(seen, [next(c) for _ in range(5)], seen)
