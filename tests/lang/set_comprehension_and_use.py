words = "the cat and the dog and the bird".split()
print(sorted(set(words)), len({len(w) for w in words}), {x % 3 for x in range(10)}, {(x, y) for x in range(2) for y in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
seen = set()
for w in words:
    if w in seen:
        continue
    seen.add(w)
    print(w, end=" ")
print()
primes = set(range(2, 60))
for p in range(2, 8):
    primes -= set(range(p * p, 60, p))
print(sorted(primes), primes)
a = set(range(10))
b = {x for x in a if x % 2}
print(a - b, a & b, a ^ b, b < a, a >= b, not a.isdisjoint(b), sum(a), max(b), sorted(b, reverse=True))
f = lambda *sets: set.union(*sets)
print(f({1}, {2}, {3}), set().union(*[[1], [2]]), set.intersection({1, 2}, {2, 3}, {2}))
