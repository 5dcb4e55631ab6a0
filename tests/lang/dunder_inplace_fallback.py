class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __add__(self, other):
        return Bag(*self.items, other)

    def __mul__(self, n):
        return Bag(*self.items * n)


a = b = Bag(1)
a += 2
print(a is b, b.items)
a *= 2
print(a is b, a.items, b.items)
c = a + 9
print(c.items)
d = {"k": a}
d["k"] += 7
print(a.items)
