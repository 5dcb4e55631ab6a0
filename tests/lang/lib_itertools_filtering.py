from itertools import compress, dropwhile, takewhile, filterfalse, starmap, pairwise


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(lambda: list(compress("abcdef", [1, 0, 1, 0, 1])), lambda: list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), lambda: list(takewhile(lambda x: x < 3, [1, 4, 2])),
      lambda: list(filterfalse(lambda x: x % 2, range(6))), lambda: list(filterfalse(None, [0, 1, "", "a"])), lambda: list(starmap(pow, [(2, 3), (3, 2)])),
      lambda: list(pairwise("abcd")), lambda: list(pairwise("a")), lambda: list(pairwise(x for x in range(3))), lambda: list(starmap(pow, [1])),
      lambda: takewhile(1), lambda: list(takewhile(5, [1])), lambda: compress([1], 5), lambda: list(dropwhile(lambda x: 1 / 0, [1])))
it = iter([1, 2, 5, 1])
print(list(takewhile(lambda x: x < 3, it)), list(it))
