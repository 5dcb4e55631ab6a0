rs = [range(0), range(3, 3), range(0, 3), range(3), range(0, 3, 2), range(0, 4, 2), range(1), range(0, 1, 5), range(0, 2, 5), range(2, -1, -1), range(0, 10 ** 30)]
for a in rs:
    print([int(a == b) for b in rs], [int(a != b) for b in rs], hash(a) == hash(range(a.start, a.stop, a.step)))
print(range(3) == [0, 1, 2], range(0) == range(5, 5), {range(0, 3): 1}[range(3)], len({range(0, 3, 2), range(0, 4, 2)}))
