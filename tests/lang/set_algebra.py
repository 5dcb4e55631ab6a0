def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a | set(), a & set())
print(a.union(b, [9], "x"[:0]), a.intersection(b, [3]), a.difference(b, [1]), a.symmetric_difference([1, 99]), a.union(), a.intersection(), a.difference())
print(a <= b, a < b, {3, 4} <= a, {3, 4} < b, a >= {1}, a > a, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4], a == frozenset(a))
print(a.issubset([1, 2, 3, 4, 5]), a.issuperset([1]), a.issuperset("x"), a.isdisjoint(b), a.isdisjoint([8]), {1}.issubset({1: 2}))
f = frozenset([1, 2])
print(f | a, a | f, type(f | a).__name__, type(a | f).__name__, type(f & a).__name__, f - {1}, f ^ {1, 7}, f.union([3]), f.copy() is f, frozenset(f) is f)
s = {1, 2, 3}
t = s
s |= {4}
s &= {1, 2, 4}
s -= {1}
s ^= {2, 8}
print(s, t is s)
f |= {9}
print(f, type(f).__name__)
s.update([1], (2,), {3: 4})
s.intersection_update([1, 2, 3], (2, 3))
s.difference_update([2])
s.symmetric_difference_update([3, 5])
print(s)
attempt(lambda: a | [1])
attempt(lambda: a - [1])
attempt(lambda: a & "x")
attempt(lambda: a ^ 5)
attempt(lambda: a < [1])
attempt(lambda: a + b)
attempt(lambda: a.union(5))
attempt(lambda: a.update(5))
attempt(lambda: a.intersection([[]]))


def grow():
    global s
    s |= [1]


attempt(grow)
