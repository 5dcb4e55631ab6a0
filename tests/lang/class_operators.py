class V:
    def __init__(self, *c):
        self.c = c

    def __repr__(self):
        return f"V{self.c}"

    def __add__(self, o):
        return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        return f"{o!r} radd {self!r}"

    def __sub__(self, o):
        return V(*(a - b for a, b in zip(self.c, o.c)))

    def __mul__(self, k):
        return V(*(a * k for a in self.c))

    __rmul__ = __mul__

    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.c, o.c))

    def __neg__(self):
        return self * -1

    def __pos__(self):
        return self

    def __abs__(self):
        return (self @ self) ** 0.5

    def __invert__(self):
        return V(*self.c[::-1])

    def __truediv__(self, k):
        return V(*(a / k for a in self.c))

    def __floordiv__(self, k):
        return V(*(a // k for a in self.c))

    def __mod__(self, k):
        return V(*(a % k for a in self.c))

    def __pow__(self, k):
        return V(*(a ** k for a in self.c))

    def __divmod__(self, k):
        return self // k, self % k

    def __bool__(self):
        return any(self.c)

    def __len__(self):
        return len(self.c)


a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, a @ b, -a, +a, abs(a), ~a, a / 2, a // 2, a % 2, a ** 2, divmod(a, 2))
print(bool(V(0, 0)), bool(a), len(a), 5 + a, [] + a)
try:
    a + 5
except TypeError as e:
    print(e)
