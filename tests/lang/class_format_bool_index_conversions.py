class N:
    def __format__(self, spec):
        return f"<{spec}>"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __complex__(self):
        return 1

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 1

    def __bytes__(self):
        return b"n"


n = N()
print(f"{n}", f"{n:abc}", format(n, ">3"), int(n), float(n), [10, 20, 30][n], "abc"[n], range(5)[n], hex(n))
print(round(n), round(n, 2), bytes(n), "x" * n, list(range(n)), bin(n))
