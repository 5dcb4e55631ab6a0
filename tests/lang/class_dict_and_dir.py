class C:
    b = 1

    def __init__(self):
        self.z = self.a = 0

    def m(self):
        pass


c = C()
print(c.__dict__, [n for n in dir(c) if not n.startswith("__")], [n for n in dir(C) if not n.startswith("__")])
c.__dict__["new"] = 5
print(c.new, sorted(vars(c)))
print("m" in C.__dict__, type(C.__dict__).__name__, getattr(c, "b"), getattr(c, "q", None))
setattr(c, "b", 2)
print(c.b, C.b, hasattr(c, "m"), hasattr(c, "x"))
delattr(c, "b")
print(c.b)
