"""Reading and writing attributes of instances and of a class."""


class Point:
    made = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.made += 1


def work(n):
    points = [Point(i, -i) for i in range(n)]
    for _ in range(6):
        for p in points:
            p.x, p.y = p.y + 1, p.x - 1
    total = 0
    for p in points:
        total += p.x * 2 - p.y + p.made
    return total


print(work(120_000))
