from collections import OrderedDict


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
print(o); o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o)
check(lambda: o.popitem(), lambda: o.popitem(last=False), lambda: o, lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), lambda: OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, lambda: o.move_to_end("zz"),
      lambda: OrderedDict().popitem(), lambda: OrderedDict(), lambda: OrderedDict(a=1).keys(), lambda: OrderedDict(a=1).items(), lambda: OrderedDict(a=1).values(), lambda: list(reversed(OrderedDict(a=1, b=2))),
      lambda: OrderedDict(a=1) | {"b": 2}, lambda: {"z": 1} | OrderedDict(a=1), lambda: OrderedDict.fromkeys("ab", 0), lambda: o.copy(), lambda: OrderedDict(a=1) == 5, lambda: o != OrderedDict(b=2))
o["self"] = o
print(o)
class LRU(OrderedDict):
    def __init__(self, size):
        self.size = size
        super().__init__()
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            del self[next(iter(self))]
l = LRU(2)
l["a"] = 1; l["b"] = 2; l["a"]; l["c"] = 3
print(l)
q = OrderedDict((i, i) for i in range(3000))
s = 0
while q:
    s = s * 3 % 1000003 + q.popitem(last=False)[1]
    if len(q) % 3 == 0 and len(q) < 100:
        s += q.popitem()[0] if q else 0
print(s)
