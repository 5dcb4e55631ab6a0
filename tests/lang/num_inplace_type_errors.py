def add(a, b): a += b; return a
def sub(a, b): a -= b; return a
def mul(a, b): a *= b; return a
def power(a, b): a **= b; return a
def union(a, b): a |= b; return a
for a in (1, 1.5, "a", [1], (1,), {1: 2}, {1}, None):
    for f in (add, sub, mul, power, union):
        try:
            print(f(a, "b") if f is not union else f(a, 5))
        except TypeError as e:
            print(e)
