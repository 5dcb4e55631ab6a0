d = {}
for i in range(20000):
    d[i * 1024] = i
    d[-i] = i
    d[str(i)] = i
    d[i + 0.5] = i
    d[(i, i)] = i
print(len(d), d[1024 * 77], d[-5], d["123"], d[7.5], d[(9, 9)])
for i in range(0, 20000, 2):
    del d[str(i)]
    del d[(i, i)]
print(len(d), "124" in d, "125" in d, (3, 3) in d, (4, 4) in d)
total = 0
for k, v in d.items():
    total = (total * 31 + v) % 1000003
print(total)
e = dict(d)
print(e == d, len(e), list(e)[:10] == list(d)[:10])
q = {}
for i in range(100000):
    q[i] = 1
    if i >= 10:
        del q[i - 10]
print(len(q), list(q))
for i in range(100000):
    q.popitem()
    q[i] = i
print(len(q))
