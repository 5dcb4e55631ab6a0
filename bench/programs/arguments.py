"""Calls with keywords, defaults, *args and **kwargs."""


def plain(a, b, c):
    return a + b + c


def defaults(a, b=2, *, c=3):
    return a + b + c


def many(*args, **kwargs):
    return len(args) + len(kwargs)


def work(n):
    total = 0
    numbers = (1, 2, 3)
    names = {"b": 5, "c": 7}
    for i in range(n):
        total += plain(i, 1, 2) + plain(c=1, b=2, a=i)
        total += defaults(i) + defaults(i, c=4) + defaults(i, **names)
        total += many(1, 2, x=i) + plain(*numbers) + many(*numbers, **names)
    return total


print(work(200_000))
