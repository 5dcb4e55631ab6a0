it = iter([1, 2])
print(iter(it) is it, next(it), it.__next__(), next(it, "end"), [].__iter__().__length_hint__())
try:
    next(it)
except StopIteration as e:
    print(repr(e), e.value)
d = {"a": 1}
it = iter(d)
print(next(it))
a = [1, 2, 3]
it = iter(a)
next(it)
a.append(4)
print(list(it), list(it))
a.append(5)
print(list(it))
try:
    next(5)
except TypeError as e:
    print(e)
