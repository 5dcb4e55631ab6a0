rows = [(), (0,), (1,), (1, 2), (1, 3), (2,), ("a",), (1, "a")]
for a in rows:
    for b in rows:
        try:
            print(a, b, a == b, a < b, a >= b)
        except TypeError as e:
            print(a, b, e)
print((1, 2) == [1, 2], max((1, 5), (2, 0)), min([(3, 1), (3, 0)]))


class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n


print((V(1), V(2)) < (V(1), V(3)))
print((V(1), V(2)) == (V(1), V(2)))
print([V(1)] < [V(2)], [V(2)] < [V(1)])
same = V(5)
print((same, 1) < (same, 2))
