d = {i: i for i in range(5)}
try:
    for k in d:
        d[k + 100] = 1
except RuntimeError as e:
    print(e, len(d))
d = {i: i for i in range(5)}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e, d)
d = {i: i for i in range(5)}
for k in d:
    d[k] = k * 2
print(d)
for k in list(d):
    del d[k]
print(d)
d = {1: 1, 2: 2, 3: 3}
seen = []
try:
    for k in d:
        seen.append(k)
        del d[k]
        d[k + 10] = 0
        if len(seen) > 20:
            break
except RuntimeError as e:
    print(e)
print(seen)
it = iter({"a": 1})
print(next(it), next(it, "end"), next(it, "end"))
d = {"a": 1, "b": 2}
items = iter(d.items())
print(next(items))
d["c"] = 3
for _ in range(2):
    try:
        next(items)
    except RuntimeError as e:
        print(e)
