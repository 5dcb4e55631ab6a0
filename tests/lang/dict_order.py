d = {}
for k in "hello world":
    d[k] = d.get(k, 0) + 1
print(d)
del d["l"]
d["l"] = 99
d["h"] = 0
print(d, list(d), list(d.values()), list(d.items()), list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
for i in range(1000):
    d[i] = i
for i in range(0, 1000, 3):
    del d[i]
print(len(d), sum(k for k in d if isinstance(k, int)), list(d)[:12], list(d)[-3:])
while len(d) > 5:
    d.popitem()
print(d)
d.clear()
print(d, len(d), bool(d))
e = {1: "a", True: "b", 1.0: "c"}
print(e)
a = {"x": 1, "y": 2}
b = {"y": 2, "x": 1}
print(a == b, list(a) == list(b), a != b, a == {"x": 1}, a == {"x": 1, "y": 3}, {} == {}, {} == [])
