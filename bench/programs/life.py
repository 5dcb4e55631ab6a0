"""The game of life on a set of cells."""


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {c for c, n in counts.items() if n == 3 or (n == 2 and c in cells)}


cells = {(1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (5, 1), (4, 2), (1, 3), (0, 1), (3, 1), (2, 4)}
cells |= {(x + 20, y + 5) for x, y in cells} | {(x, y + 40) for x, y in cells}
for _ in range(160):
    cells = step(cells)
print(len(cells))
