"""Float arithmetic in nested loops."""


def iterations(cx, cy, limit):
    x = y = 0.0
    for n in range(limit):
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4.0:
            return n
        y = 2.0 * x * y + cy
        x = x2 - y2 + cx
    return limit


total = 0
for row in range(120):
    for column in range(160):
        total += iterations(column / 60 - 2.0, row / 60 - 1.0, 100)
print(total)
