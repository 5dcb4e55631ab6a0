def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(reversed([1, 2])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(4))), list(reversed({1: 2, 3: 4})), list(reversed({}.keys())))
attempt(lambda: reversed({1, 2}))
attempt(lambda: reversed(5))
attempt(lambda: reversed(x for x in []))
attempt(lambda: reversed(iter([])))
attempt(lambda: reversed())
attempt(lambda: reversed([1], [2]))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("get", i)
        return i * 10


print(list(reversed(Seq())), type(reversed(Seq())).__name__)


class R:
    def __reversed__(self):
        return "anything"


class No:
    __reversed__ = None


print(reversed(R()))
attempt(lambda: reversed(No()))
for c in reversed("héllo"):
    print(c, end="")
print()
