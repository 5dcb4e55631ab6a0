print(range(5), range(1, 5), range(0, 10, 3), list(range(5, 0, -2)), len(range(0, 100, 7)), range(5)[2], range(10)[-1], range(10)[2:5], range(10)[::-2])
print(3 in range(5), 5 in range(5), 2.0 in range(5), "a" in range(5), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(3)), bool(range(0)))
print(range(10).index(3), range(10).count(3), range(2, 8, 2).start, range(2, 8, 2).stop, range(2, 8, 2).step, list(reversed(range(4))), sum(range(101)), max(range(5)), range(10 ** 20)[-1], len(range(-5, 5)))
for i in range(2, -3, -2):
    print(i)
