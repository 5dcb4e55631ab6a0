class Tags(set):
    def add(self, x):
        print("add", x)
        super().add(x.lower())

    def __contains__(self, x):
        return super().__contains__(x.lower())


t = Tags(["A", "b"])
t.add("C")
print(sorted(t), "B" in t, "b" in t, "c" in t, len(t), t == {"A", "b", "c"}, type(t | {1}).__name__, type(t.copy()).__name__, isinstance(t, set))
t |= {"z"}
print(sorted(t), type(t).__name__)


class F(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)


f = F(1, 2)
print(sorted(f), f == {1, 2}, hash(f) == hash(frozenset([1, 2])), type(f | {3}).__name__, {f: 1}[frozenset([2, 1])])
