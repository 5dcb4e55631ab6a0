a = [[0] * 2] * 2
a[0][0] = 1
b = [[0] * 2 for _ in range(2)]
b[0][0] = 1
print(a, b)
c = [1, 2]
c.append(c)
print(c, c[2] is c, len(c))
d = [1, 2, 3, 4]
for x in d:
    if x % 2:
        d.remove(x)
print(d)
e = d[:]
e.append(9)
print(d, e, d is e, [1, [2, [3]]] == [1, [2, [3]]])
