a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {1} < a, a >= {1, 2}, a == {4, 3, 2, 1}, a.isdisjoint({9}), 2 in a, len(a), set(), set("aa"), {*[1, 1]})
a.add(10)
a.discard(99)
a.remove(1)
a.update([20, 30], (40,))
print(sorted(a), sorted(a.union([1], [2])), a.intersection([2, 3]), sorted(a.difference([2])), sorted(b.symmetric_difference([5, 6])))
a -= {2}
a &= {3, 4, 10}
a |= {7}
a ^= {3}
print(sorted(a), a.issubset(range(20)), a.issuperset([4]), a.copy() == a)
b.intersection_update([3])
b.difference_update([9])
b.symmetric_difference_update([3, 8])
print(b, b.pop(), b)
f = frozenset([1, 2])
print(f, f | {3}, {f: 1}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), f == {1, 2}, frozenset(), {f})
try:
    {[1]}
except TypeError as e:
    print(e)
