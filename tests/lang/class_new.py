class Once:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, x):
        print("init", x)
        self.x = x


a, b = Once(1), Once(2)
print(a is b, a.x)


class Upper(str):
    def __new__(cls, s):
        return super().__new__(cls, s.upper())


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    @property
    def total(self):
        return sum(self)


print(Upper("abc"), len(Upper("abc")), type(Upper("a")).__name__, Pair(1, 2).total, Pair(3, 4), Pair(1, 2) == (1, 2))


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never called")


print(Other())
