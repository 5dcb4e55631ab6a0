print([x for x in range(5)], [x * 2 for x in "ab"], [x for x in range(10) if x % 2 if x > 4])
print([(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(3)])
x = "kept"
print([x for x in range(3)], x)
print([y for row in [[1, 2], [3]] for y in row], [a if a > 1 else -a for a in range(4)])
