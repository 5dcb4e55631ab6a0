class R:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return ("radd", other)
    def __rmul__(self, other): return ("rmul", other)
    def __rsub__(self, other): return NotImplemented
    def __rtruediv__(self, other): return ("rtruediv", other)
    def __rmod__(self, other): return ("rmod", other)
    def __rmatmul__(self, other): return ("rmatmul", other)
r = R()
print(1 + r, 1.5 + r, [1] * r, "x" * r, 1 / r, 5 % r, 5 @ r)
for f in (lambda: r + 1, lambda: 1 - r, lambda: r - 1, lambda: 2 ** r, lambda: r + r):
    try:
        print(f())
    except TypeError as e:
        print(e)
