import itertools


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


for name in ["chain", "count", "cycle", "repeat", "accumulate", "islice", "starmap", "takewhile", "product", "permutations", "groupby", "zip_longest", "pairwise"]:
    cls = getattr(itertools, name)
    print(name, cls, cls.__name__, cls.__module__)
print(type(itertools.chain(x for x in "a")), isinstance(itertools.chain((x for x in "a"), []), itertools.chain), type(itertools.tee([1])[0]))
check(lambda: itertools.count().foo, lambda: len(itertools.count()), lambda: itertools.chain([1])[0], lambda: next(itertools.chain()), lambda: iter(itertools.repeat(1)) is None)
