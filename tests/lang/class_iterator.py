class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), tuple(Countdown(2)), max(Countdown(5)), sorted(Countdown(3)))
a, b, c = Countdown(3)
print(a, b, c, [*Countdown(2)], 2 in Countdown(3), dict(zip(Countdown(2), "xy")), ",".join(map(str, Countdown(3))))
it = Countdown(1)
print(next(it), next(it, "ended"))
