class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Both(Sized):
    def __bool__(self):
        return self.n != 1


print([bool(Sized(n)) for n in (0, 1)], [bool(Both(n)) for n in (0, 1, 2)])
print("full" if Sized(3) else "empty", not Sized(0), Sized(0) or "other", bool(Both(1) and "x"))
for n in (-1, 1.5, "a"):
    try:
        len(Sized(n))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
