class C:
    x = 1

    def m(self):
        return 2


c = C()
print(getattr(c, "x"), getattr(c, "y", 5), hasattr(c, "m"), hasattr(c, "q"), setattr(c, "z", 3), c.z, vars(c), delattr(c, "z"), vars(c), getattr(c, "m")())
print([n for n in dir(c) if n[0] != "_"], sorted(n for n in vars(C) if n[0] != "_"), type(c).__name__, c.__class__ is C, isinstance(vars(C), dict), "x" in dir(C))


def f(a, b=2):
    local = 5
    return sorted(locals().items())


print(f(1), "f" in globals(), globals()["__name__"], type(globals()).__name__)
