class H:
    def __hash__(self):
        return "text"


class R:
    def __hash__(self):
        raise RuntimeError("no hash")


class Negative:
    def __hash__(self):
        return -1


class Large:
    def __hash__(self):
        return 2 ** 100


for x in (H(), R(), [], {}):
    for f in (lambda: {x: 1}, lambda: {x}, lambda: hash(x), lambda: x in {1: 2}, lambda: {1: 2}.get(x)):
        try:
            f()
        except Exception as e:
            print(type(e).__name__, e)
print(hash(Negative()), hash(Large()) == hash(2 ** 100), {Large(): 1} != {})
