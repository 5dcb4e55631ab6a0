a = b = [1]
a.append(2)
print(b, a is b)
x = y, z = 1, 2
print(x, y, z)
[p, q] = "mn"
print(p, q)
