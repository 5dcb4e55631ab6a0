class C:
    def m(self):
        pass


def g():
    yield


for x in (1, 1.5, "s", b"b", [], (), {}, set(), frozenset(), None, True, range(1), slice(1), len, [].append, str.upper, C, C(), C().m, C.m,
          lambda: 0, g(), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(1)), {}.keys(), {}.values(), {}.items(), ..., NotImplemented,
          zip(), map(str, []), filter(None, []), enumerate([]), reversed([]), property(), staticmethod(g), classmethod(g), object(), type, super, Exception(), int, print):
    print(type(x).__name__, end=" ")
print()
