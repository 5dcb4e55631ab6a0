for n in range(6):
    a = list(range(n))
    b = a.copy()
    b.reverse()
    print(a, b, a[::-1] == b, b is a)
a = [[1], 2]
b = a[:]
b[0].append(9)
b[1] = 3
print(a, b)
