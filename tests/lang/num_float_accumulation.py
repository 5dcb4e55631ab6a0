total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, sum([0.1] * 10), 0.1 * 3, 1.1 + 2.2, 1e16 + 1 - 1e16, 3 * 1.1, 0.1 + 0.7)
