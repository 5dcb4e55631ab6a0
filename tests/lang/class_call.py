class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, scale=1):
        return (self.n + x + sum(more)) * scale


a = Adder(10)
print(a(1), a(1, 2, scale=3), callable(a), list(map(a, [1, 2])), sorted([3, 1], key=a))
try:
    object()()
except TypeError as e:
    print(e)
