class Odd:
    def __new__(cls, x):
        if x < 0:
            return "negative"
        self = super().__new__(cls)
        self.made = True
        return self

    def __init__(self, x):
        print("init", x)
        self.x = x


print(Odd(1).x, Odd(1).made, Odd(-1))


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance


print(Single() is Single())
