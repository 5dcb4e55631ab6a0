a = list(range(10))
bounds = [None, 0, 1, 3, 9, 10, 12, -1, -3, -10, -12]
for i in bounds:
    for j in bounds:
        print(i, j, a[i:j], a[i:j:2], a[i:j:-1], a[i:j:-3])
print(a[10 ** 20:], a[:-10 ** 20], a[::10 ** 20], a[::-10 ** 20])
