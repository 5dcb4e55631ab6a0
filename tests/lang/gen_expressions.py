g = (x * y for x in range(3) for y in range(3) if x != y)
print(list(g), list(g))
print(sum(x for x in range(5)), max((len(w) for w in ["a", "bbb"]), default=0), dict((k, 1) for k in "ab"))
n = 10
late = (n + i for i in range(2))
n = 20
print(list(late))
first = iter([1, 2, 3])
print([(x, next(first)) for x in first if x == 1])
print(type(g).__name__, repr(g).startswith("<generator object <genexpr> at 0x"))
