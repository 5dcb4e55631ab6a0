# The comparisons of a short sort, in CPython's order.
class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n, end="; ")
        return self.n < other.n


for values in ([3, 1, 2], [1, 2, 3, 4], [4, 3, 2, 1], [1, 5, 2, 4, 3, 0], [2, 2, 1, 1], list(range(9, 0, -1)) + [5, 4]):
    a = [N(n) for n in values]
    a.sort()
    print()
    print([x.n for x in a])
    print([x.n for x in sorted((N(n) for n in values), reverse=True)])
    print([x.n for x in sorted(a, key=lambda x: N(-x.n))])
