class Stack(list):
    def push(self, x):
        self.append(x)

    def __getitem__(self, i):
        print("getitem", i)
        return super().__getitem__(i)

    def __len__(self):
        return super().__len__() * 10


s = Stack([1, 2, 3])
s.push(4)
print(s, len(s), s[1], s[-1], s[1:3], type(s[1:3]).__name__, type(s + [1]).__name__, type(s * 2).__name__)
print(list(s), [x for x in s], sorted(s), s == [1, 2, 3, 4], s.copy(), type(s.copy()).__name__)
print(isinstance(s, list), issubclass(Stack, list), 3 in s, s.index(3), sum(s), max(s))


class Loud(list):
    def __init__(self, *items):
        super().__init__(items)
        self.name = "loud"

    def __contains__(self, x):
        return x == "magic"

    def __iter__(self):
        return iter(["never", "mind"])


x = Loud(1, 2)
print(x, x.name, "magic" in x, 1 in x, list(x), [*x], tuple(x), sum([len(y) for y in x]), sorted(x), "-".join(x))
y = []
y.extend(x)
y += x
print(y, x + [3], len(x), bool(x), bool(Loud()))
