"""Special methods that the operators call."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]


def work(n):
    total = Vector(0, 0)
    least = Vector(9, 9)
    same = 0
    for i in range(n):
        v = Vector(i % 7, i % 5) * 2
        total = total + v
        if v < least:
            least = v
        if v == least:
            same += 1
        same += len(v) + v[0]
    return total.x, total.y, least.x, same


print(work(200_000))
