class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError("negative")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class Cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        print("computing")
        obj.__dict__[self.f.__name__] = value = self.f(obj)
        return value


class C:
    size = Positive()

    @Cached
    def answer(self):
        return 42


c = C()
c.size = 5
print(c.size, vars(c), type(C.size).__name__)
try:
    c.size = -1
except ValueError as e:
    print(e)
del c.size
print(c.size, c.answer, c.answer)
