print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset([3, 2, 1])), hash(frozenset(range(100))))
print(hash(frozenset([frozenset([1]), frozenset([2])])), hash(frozenset([-1, -2, 0])), hash(frozenset([1.5, 2.5])), hash(frozenset([(1, 2), (3, 4)])))
x = set(range(50))
for i in range(0, 50, 3):
    x.discard(i)
print(hash(frozenset(x)) == hash(frozenset([i for i in range(50) if i % 3])), hash(frozenset(x)))
print({frozenset([1, 2]): "ok"}[frozenset([2, 1])])
