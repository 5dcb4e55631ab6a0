"""Generators that feed one another, yield from, send."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def chain(*sources):
    for source in sources:
        yield from source


def average():
    total = n = 0
    result = None
    while True:
        x = yield result
        total += x
        n += 1
        result = total / n


total = sum(evens(count(900_000)))
total += sum(chain(count(300_000), evens(count(300_000)), range(100_000)))
a = average()
next(a)
for x in count(300_000):
    last = a.send(x)
print(total, last)
