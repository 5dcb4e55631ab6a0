print({3, 1, 2}, {10, 5, 0, 15}, set(range(20, 0, -3)), {100, 50, 8, 16, 24}, {-1, -2, 5}, {x * x for x in range(12)})
s = set()
for i in (33, 1, 17, 9, 65, 2, 128, 7):
    s.add(i)
    print(s)
s.discard(17)
s.add(49)
print(s, s | {1000, 3}, s & set(range(60)), s - {1}, list(s), sorted(s))
print({1.5, 2, 0.5}, {True, 0, 5}, set([5, 3, 5, 1]), {i % 7 for i in range(50, 0, -1)})
