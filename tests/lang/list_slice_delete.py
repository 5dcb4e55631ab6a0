bounds = [None, 0, 2, 5, 8, -1, -3]
for i in bounds:
    for j in bounds:
        for step in (None, 1, 2, 3, -1, -2):
            a = list(range(8))
            del a[i:j:step]
            print(i, j, step, a)
a = [1, 2, 3]
del a[0], a[-1]
print(a)
