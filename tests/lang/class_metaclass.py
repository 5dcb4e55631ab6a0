class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        ns["made_by"] = f"Meta {kw}"
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.extra = len(bases)

    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("abc")

    @property
    def shout(cls):
        return cls.__name__.upper()


class A(metaclass=Meta, k=1):
    def __init__(self, x=0):
        self.x = x


class B(A):
    pass


print(A.made_by, B.made_by, B.extra, A(3).x, len(A), list(B), A.shout, type(B).__name__)
