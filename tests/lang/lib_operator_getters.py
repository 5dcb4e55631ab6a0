from operator import itemgetter, attrgetter, methodcaller
from types import SimpleNamespace


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


people = [("Ann", 30), ("Bob", 25), ("Cy", 30)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=itemgetter(1, 0)), list(map(itemgetter(0), people)), max(people, key=itemgetter(1)))
objects = [SimpleNamespace(n=i, inner=SimpleNamespace(z=-i)) for i in range(3)]
print([o.n for o in sorted(objects, key=attrgetter("inner.z"))], attrgetter("n", "inner.z")(objects[1]))
check(lambda: itemgetter("a")({"a": 1}), lambda: itemgetter(slice(1, 3))("abcd"), lambda: itemgetter(5)([1]), lambda: itemgetter(0)(5), lambda: itemgetter(), lambda: itemgetter(1, 2),
      lambda: attrgetter("foo")(1), lambda: attrgetter(1), lambda: attrgetter("a.b", "c"), lambda: methodcaller("upper")("ab"), lambda: methodcaller("split", ",", maxsplit=1)("a,b,c"),
      lambda: methodcaller("nope")(1), lambda: methodcaller("a", 1, x=2), lambda: methodcaller(1), lambda: methodcaller())
class Rows:
    def __getitem__(self, i):
        return i * 2
    @property
    def p(self):
        return "prop"
    def m(self, *a, **k):
        return a, k
print(itemgetter(3)(Rows()), itemgetter(1, 2)(Rows()), attrgetter("p")(Rows()), attrgetter("p", "p")(Rows()), methodcaller("m", 1, k=2)(Rows()))
