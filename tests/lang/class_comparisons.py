from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, *n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n

    def __repr__(self):
        return ".".join(map(str, self.n))


a, b, c = Version(1, 2), Version(1, 10), Version(1, 2)
print(a < b, a > b, a <= c, a >= c, a == c, a != b, sorted([b, a]), max(a, b))
try:
    hash(a)
except TypeError as e:
    print(e)


class Plain:
    pass


x, y = Plain(), Plain()
print(x == x, x == y, x != y)
try:
    x < y
except TypeError as e:
    print(e)
