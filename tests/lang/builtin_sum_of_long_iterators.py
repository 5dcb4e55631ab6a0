# What is long is taken piece by piece: the pieces do not show.
class Weight:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Weight(self.n + (other.n if isinstance(other, Weight) else other))

    __radd__ = __add__

    def __lt__(self, other):
        return self.n < other.n

    def __gt__(self, other):
        return self.n > other.n


weights = [Weight(i) for i in range(15_000)]
print(sum(iter(weights)).n, max(iter(weights)).n, min(iter(weights)).n)
for length in (0, 1, 4095, 4096, 4097, 8192, 8193, 65536, 70_000):
    print(length, sum(iter([1] * length)), max(iter(range(length)), default="none"), min(reversed(range(length)), default="none"))
    print(any(iter([0] * length + [1])), all(iter([1] * length)), len(list(filter(None, [0] * length + [1]))))
print(sum(iter([0.1] * 10_000)), sum(enumerate("abc"), ()))
for call in (sum, max):
    try:
        call(iter([1] * 7000 + ["a"]))
    except TypeError as e:
        print(e)
try:
    max(iter([]))
except ValueError as e:
    print(e)
