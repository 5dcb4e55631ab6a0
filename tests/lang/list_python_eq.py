# index, count, remove and "in" ask the element first, and stop where CPython does.
class Box:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, getattr(other, "n", other))
        return self.n == getattr(other, "n", other)


a = [Box(1), Box(2), Box(3)]
print(Box(2) in a)
print(2 in a, 9 in a)
print(a.index(Box(3)))
print(a.count(2))
a.remove(Box(2))
print([x.n for x in a])
try:
    a.remove(7)
except ValueError as e:
    print(e)
print(a[0] in a)
print([Box(1), 5] == [1, 5], [Box(1)] != [Box(2)])
print((Box(1), 2) == (1, 3))
print(a.index(3, 1), a.index(3, -1))
