def naturals():
    n = 1
    while True:
        print("make", n)
        yield n
        n += 1


def squares(source):
    for n in source:
        yield n * n


def until(source, limit):
    for x in source:
        if x > limit:
            return
        yield x


print(sum(until(squares(naturals()), 20)))
g = (x for x in naturals() if x % 2)
print(next(g), next(g))
print(any(x > 2 for x in naturals()))
