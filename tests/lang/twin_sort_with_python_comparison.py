class P:
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __lt__(self, o):
        return self.a < o.a

    def __repr__(self):
        return f"{self.a}{self.b}"


ps = [P(i * 7 % 5, c) for i, c in enumerate("abcdefghij")]
print(sorted(ps), sorted(ps, reverse=True), min(ps), max(ps))
ps.sort(key=lambda p: (-p.a, p.b))
print(ps)
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
try:
    sorted([3, 1], key=lambda x: 1 / 0)
except ZeroDivisionError as e:
    print(e)
a = [2, 1]
try:
    a.sort(key=lambda x: a.append(9) or x)
except ValueError as e:
    print(e)
print(sorted([[3], [1]], key=lambda x: x[0]), sorted([(1, P(1, "x")), (0, P(0, "y"))]), sorted("bca", key=str.upper, reverse=True))
