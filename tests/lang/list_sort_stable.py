data = [(i * 7919 % 13, i) for i in range(300)]
for reverse in (False, True):
    out = sorted(data, key=lambda p: p[0], reverse=reverse)
    ok = True
    for p, q in zip(out, out[1:]):
        if p[0] == q[0] and p[1] > q[1]:
            ok = False
    print(ok, out[:20], out[-5:])
words = [chr(97 + i * 31 % 26) * (i % 5 + 1) for i in range(100)]
print(sorted(words, key=len)[:30])
print(sorted(words)[:30], sorted(words, reverse=True)[:10])
print(sorted([x * 0.37 % 1 for x in range(80)])[::10])
