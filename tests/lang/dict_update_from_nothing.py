# None is no mapping and no pairs.
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


def join(d, other):
    d |= other
    return d


d = {1: 2}
attempt(lambda: d.update(None))
attempt(lambda: d.update(5))
attempt(lambda: dict(None))
attempt(lambda: join(d, None))
attempt(lambda: join(d, 5))
attempt(lambda: join(d, [(3, 4)]))
attempt(lambda: d | None)
attempt(lambda: {**None})
print(d)
