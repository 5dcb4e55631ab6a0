s = set(range(0, 200, 7))
out = []
while len(s) > 3:
    out.append(s.pop())
    if len(out) % 4 == 0:
        s.add(out[-1] * 3 + 1)
print(out[:80], s)
t = {5, 3, 1}
print(t.pop(), t.pop(), t.pop(), t)
try:
    t.pop()
except KeyError as e:
    print(repr(e))
