class Bag:
    def __init__(self):
        self.items = []

    def __iadd__(self, x):
        self.items.append(x)
        return self

    def __ior__(self, x):
        return "replaced"

    def __sub__(self, x):
        return f"minus {x}"


b = c = Bag()
b += 1
b += 2
print(c.items, b is c)
b |= 3
print(b)
c -= 4
print(c)
