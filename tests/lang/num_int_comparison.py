values = [-10 ** 30, -2 ** 47, -1, 0, 1, 2 ** 47 - 1, 2 ** 47, 2 ** 63, 10 ** 30]
for a in values:
    print([(a < b, a <= b, a == b, a != b, a > b, a >= b).index(True) for b in values])
print(sorted(values, reverse=True), max(values), min(values))
