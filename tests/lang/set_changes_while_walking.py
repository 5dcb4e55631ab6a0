s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
for x in s.copy():
    s.discard(x)
print(s)
it = iter({7})
print(next(it), next(it, "end"), iter({1, 2}).__length_hint__())
