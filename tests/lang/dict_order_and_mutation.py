d = {}
for w in "zebra":
    d[w] = d.get(w, 0) + 1
print(d)
del d["b"]
d["b"] = 5
print(d)
try:
    for k in d:
        d[k + "!"] = 1
except RuntimeError as e:
    print(e)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
a = {1: "int", 1.0: "float", True: "bool"}
print(a)
d = {}
d["self"] = d
print(d)
d = {"x": 1}
d |= {"y": 2}
print(d, d | {"x": 9})
try:
    {[]: 1}
except TypeError as e:
    print(e)
