a = [1, 2, 3]
for x in a:
    print(x)
    if len(a) < 6:
        a.append(x * 10)
b = list(range(6))
for x in b:
    b.remove(x)
print(b)
it = iter(a)
a.clear()
print(list(it))
a.append(1)
print(list(it))
c = [1, 2, 3, 4]
r = reversed(c)
print(next(r))
c.pop()
c.pop()
print(list(r))
d = [1]
it = iter(d)
print(next(it), next(it, "end"))
d.append(2)
print(next(it, "still the end"))
print(it.__length_hint__(), iter([1, 2, 3]).__length_hint__())
