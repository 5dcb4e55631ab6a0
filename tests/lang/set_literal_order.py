# Displays of constants are built differently from those with variables.
a, b, c, d, e, f = 20, 1, 2, 3, 17, 33
print({20, 1, 2, 3, 17}, {a, b, c, d, e}, {20, 1, 2, 3, 17, 33}, {a, b, c, d, e, f})
print({32, 0}, {a, 0}, {64, 8, 0, 16}, {100, 50, 25, 12, 6, 3, 1}, {x for x in (100, 50, 25, 12, 6, 3, 1)})
print({16, 8, 0}, {16, 8}, {*[16, 8, 0]}, {40, 24, 8, 16, 0, 32}, frozenset({40, 24, 8, 16, 0, 32}))
print({"x": 1} and {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000, 2000, 3000})
for x in {9, 17, 25, 33, 41, 1}:
    print(x, end=" ")
print(3 in {1, 2, 3}, 9 not in {1, 2})
