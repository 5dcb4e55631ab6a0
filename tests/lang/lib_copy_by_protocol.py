import copy


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class State:
    def __getstate__(self): return {"v": self.v + 1}
    def __setstate__(self, state): self.v = state["v"] * 10
s = State(); s.v = 1
print(copy.copy(s).v, copy.deepcopy(s).v)
class Reduce:
    def __init__(self, a): self.a = a
    def __reduce__(self): return Reduce, (self.a + 1,)
print(copy.copy(Reduce(1)).a, copy.deepcopy(Reduce(1)).a)
class NewArgs:
    def __new__(cls, a):
        self = super().__new__(cls); self.a = a
        return self
    def __getnewargs__(self): return (self.a,)
print(copy.copy(NewArgs(3)).a)
class I(int): pass
i = I(5); i.k = [1]
j = copy.deepcopy(i)
print(j, type(j).__name__, j.k, j.k is i.k)
e = ValueError("x", [1])
f = copy.deepcopy(e)
print(repr(f), f.args[1] is e.args[1])
check(lambda: copy.deepcopy(x for x in "a"), lambda: copy.copy(x for x in "a"), lambda: copy.deepcopy(copy).__name__ if False else "")
class Watch:
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
w = Watch(); w.y = 1
print(copy.copy(w).y, copy.deepcopy(w).y)
