for i in (0, 1, 2, 3, 99, -1, -2, -99):
    a = [1, 2]
    a.insert(i, "x")
    print(i, a)
a = list(range(6))
print(a.pop(), a.pop(0), a.pop(-2), a.pop(True), a)
a.clear()
print(a, a.copy() is a)
a.append(a)
print(a, a == a)
