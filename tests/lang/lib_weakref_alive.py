import weakref


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class A:
    def hi(self):
        return "hi"
a = A()
r = weakref.ref(a)
print(r() is a, r().hi(), weakref.ref(a) == r, hash(r) == hash(weakref.ref(a)))
d = weakref.WeakValueDictionary(); d["k"] = a
k = weakref.WeakKeyDictionary(); k[a] = 1
s = weakref.WeakSet([a])
print(d["k"] is a, k[a], a in s, len(d), len(k), len(s), list(d.items())[0][0])
check(lambda: weakref.ref(5), lambda: weakref.ref([]), lambda: weakref.ref("x"))
print(weakref.proxy(a).hi(), weakref.WeakMethod(a.hi)()())
