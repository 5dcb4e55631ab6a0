class V:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n)
        return self.n < other.n if isinstance(other, V) else NotImplemented

    def __gt__(self, other):
        print("gt", self.n)
        return self.n > (other.n if isinstance(other, V) else other)

    def __eq__(self, other):
        print("eq", self.n)
        return NotImplemented


a, b = V(1), V(2)
print(a < b, 0 < b, a == b, a != b, a == a)
print(sorted([b, a], key=lambda v: v.n)[0].n, max([a, b]).n)
try:
    a <= b
except TypeError as error:
    print(error)
