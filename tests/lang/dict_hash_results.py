class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


for h in (0, 1, -1, -2, 2 ** 61 - 1, 2 ** 61, 2 ** 64, -2 ** 70, True, 2 ** 63 - 1):
    print(h, hash(H(h)))
for h in ("x", 1.5, None):
    try:
        hash(H(h))
    except TypeError as e:
        print(e)


class NoHash:
    __hash__ = None


class OnlyEq:
    def __eq__(self, other):
        return True


for x in (NoHash(), OnlyEq(), [], {}, set(), {}.keys()):
    try:
        hash(x)
    except TypeError as e:
        print(e)
    try:
        {x: 1}
    except TypeError as e:
        print(e)
    try:
        {x}
    except TypeError as e:
        print(e)
print(hash(1.0), hash(0.5), hash(-1), hash(-1.0), hash(2 ** 61 - 1), hash(10 ** 50), hash(-10 ** 50), hash(1e300), hash(float("inf")), hash(-float("inf")), hash(True), hash(""))
