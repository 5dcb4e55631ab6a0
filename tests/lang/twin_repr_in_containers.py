class R:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"R({self.x!r})"


class Bad:
    def __repr__(self):
        raise ValueError("no repr")


class Wrong:
    def __repr__(self):
        return 5


r = R(1)
r.x = [r]
print(R([1]), [R(1), (R(2),)], {R("k"): R("v")} if False else {"k": R("v")}, {R(3)}, f"{[R(4)]}", "%s" % ([R(5)],), str((R(6),)), "{}".format([R(7)]))
for x in (Bad(), Wrong()):
    for f in (lambda: repr(x), lambda: [x].__repr__(), lambda: str({1: x}), lambda: f"{(x,)}", lambda: "%r" % x, lambda: print([x])):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e)
from collections import Counter, OrderedDict, defaultdict, deque
print(deque([R(1)]), defaultdict(list, {1: [R(2)]}), OrderedDict(a=R(3)), Counter({"a": 1}))
