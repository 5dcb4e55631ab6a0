def one(a):
    def two(b):
        def three(c):
            nonlocal a, b
            a, b = a + 1, b + 10
            return a, b, c
        return three
    return two


f = one(1)(2)
print(f(3), f(4))
g = one("x")
try:
    g("y")("z")
except TypeError as error:
    print(error)
