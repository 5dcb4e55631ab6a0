def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Seq:
    def __getitem__(self, i):
        print("get", i)
        if i > 2:
            raise IndexError
        return i * i


print(list(Seq()), 4 in Seq(), max(Seq()), [x for x in Seq()], tuple(Seq()))
it = iter(Seq())
print(type(it).__name__, next(it), next(it), list(it), list(it))


class Bad:
    def __iter__(self):
        return 5


attempt(lambda: iter(Bad()))
attempt(lambda: list(Bad()))
attempt(lambda: [x for x in Bad()])


class NotIter:
    __iter__ = None


class NotContainer:
    __contains__ = None

    def __iter__(self):
        return iter([1])


attempt(lambda: iter(NotIter()))
attempt(lambda: 1 in NotIter())
attempt(lambda: 1 in NotContainer())
attempt(lambda: 1 in 5)
attempt(lambda: 1 in object())
attempt(lambda: list(object()))
attempt(lambda: [*5])
attempt(lambda: list(int))
attempt(lambda: len(iter([])))
attempt(lambda: [].__iter__().__iter__() is not None)


class Weird:
    def __contains__(self, x):
        return x


print(5 in Weird(), 0 in Weird(), [] in Weird(), [] not in Weird())


class Fails:
    def __iter__(self):
        raise KeyError("no")


attempt(lambda: list(Fails()))
attempt(lambda: sum(Fails()))
