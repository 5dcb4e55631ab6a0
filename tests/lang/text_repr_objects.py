def show(x):
    text = repr(x)
    if " at 0x" in text:
        head, _, tail = text.rpartition(" at 0x")
        text = head + " at 0x" + "X" * len(tail.rstrip(">")) + ">" if tail.rstrip(">").isalnum() else text
        text = text.replace("X" * (len(tail) - 1), "ADDR")
    print(text)
class A:
    class B:
        pass
    def m(self):
        pass
    @staticmethod
    def s():
        pass
    @classmethod
    def c(cls):
        pass
    @property
    def p(self):
        return 1
def f():
    def g():
        pass
    return g
def gen():
    yield 1
async def co():
    pass
for x in (A, A(), A.B, A.B(), f, f(), A.m, A.s, A.c, A().c, lambda: 0, gen, gen(), len, int, str, type, object, object(), print, type(None), type(...), Exception, ValueError, A.p, type(f), type(len), type([].append), map, range, enumerate):
    show(x)
c = co()
show(c)
c.close()
class M:
    def __repr__(self):
        return "M()"
    def m(self):
        pass
print(M().m)
print([].append.__name__, "".join.__qualname__, len.__name__)
show([].append)
show("x".upper)
print(str.upper, list.append, dict.get, str.__len__, list.__repr__, int.__add__)
