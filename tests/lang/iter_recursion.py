a = []
a.append(a)
b = []
b.append(b)
try:
    print(a == b)
except RecursionError as e:
    print(type(e).__name__, e)
x = []
for i in range(50):
    x = [x]
y = []
for i in range(50):
    y = [y]
print(x == y, x != y, x <= y)
t = ()
for i in range(100):
    t = (t, i)
print(isinstance(hash(t), int), t == t)
d = {}
d["self"] = d
print(d, d == d)
