state = 7
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n
digest = 0
for i in range(4000):
    flags = "".join(c for c in "-+ #0" if rnd(3) == 0)
    width = ["", str(rnd(20))][rnd(2)].lstrip("0")
    precision = ["", "." + str(rnd(12)), "."][rnd(3)]
    kind = "diuoxXeEfFgGsrac"[rnd(16)]
    v = [0, 1, -1, rnd(1000), -rnd(30000), rnd(30000) ** 5, 1.5, -rnd(1000) / 7, 1e20, "a", "é", 65][rnd(12)]
    try:
        s = ("[%" + flags + width + precision + kind + "]") % (v,)
    except (TypeError, ValueError, OverflowError) as e:
        s = str(e)
    for c in s:
        digest = (digest * 31 + ord(c)) % 1000000007
    if i % 500 == 0:
        print(flags, width, precision, kind, repr(v), repr(s), digest)
print(digest)
