class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


a = list(range(10))
print(a[I(2)], a[I(1):I(4)], "abcdef"[I(-1)], (1, 2, 3)[:I(2)], range(10)[I(3)], range(I(3)), a.pop(I(0)), a.insert(I(0), "x"), a, [0] * I(2), "ab" * I(2), chr(I(65)), bin(I(5)), round(2.567, I(1)))
a[I(0)] = "y"
del a[I(1)]
print(a, b"abc"[I(1)], list(range(0, 10, I(5))), "abc".center(I(7), "-"), 1 << I(3) if False else pow(2, 3))


class Wrong:
    def __index__(self):
        return 1.5


try:
    a[Wrong()]
except TypeError as e:
    print(e)
