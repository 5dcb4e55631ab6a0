for a, (b, *c) in [(1, (2, 3, 4)), (5, [6])]:
    print(a, b, c)
d = {}
for d["k"] in range(3):
    pass
print(d)
for x in []:
    pass
items = [0, 0]
for items[0], items[1] in zip("ab", "cd"):
    print(items)
