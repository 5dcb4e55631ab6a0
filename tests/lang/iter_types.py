print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter("é")).__name__, type(iter(b"")).__name__, type(iter({})).__name__)
print(type(iter({}.values())).__name__, type(iter({}.items())).__name__, type(iter(set())).__name__, type(iter(range(0))).__name__, type(iter(range(10 ** 30))).__name__)
print(type(reversed([])).__name__, type(reversed(())).__name__, type(reversed({})).__name__, type(reversed({}.values())).__name__, type(reversed({}.items())).__name__, type(reversed("")).__name__, type(reversed(range(3))).__name__)
print(type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__)
print(type(zip(x for x in [])).__name__, type(enumerate(x for x in [])).__name__, type({}.keys()).__name__, type({}.values()).__name__, type({}.items()).__name__)
print(zip, map, filter, enumerate, reversed, range, slice, list, set, frozenset)
for it in (iter([1]), iter((1,)), iter("x"), iter({1}), iter({1: 2}), iter(range(1)), zip([1]), enumerate([1]), map(str, [1]), filter(None, [1]), reversed([1])):
    print(iter(it) is it, next(it), list(it))
