state = 99
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n
digest = 0
for _ in range(4000):
    align = ["", "<", ">", "^", "=", "*<", "é>", "0^", "_="][rnd(9)]
    sign = ["", "+", "-", " "][rnd(4)]
    alt = ["", "#"][rnd(2)]
    zero = ["", "0"][rnd(2)]
    width = ["", str(rnd(25))][rnd(2)].lstrip("0")
    group = ["", ",", "_"][rnd(3)]
    if rnd(2):
        kind = ["", "d", "b", "o", "x", "X", "n"][rnd(7)]
        precision = ""
        v = [0, 1, -1, rnd(1000), -rnd(30000), rnd(30000) ** 5, -(rnd(30000) ** 8)][rnd(7)]
    else:
        kind = ["", "e", "E", "f", "F", "g", "G", "%", "n"][rnd(9)]
        precision = ["", "." + str(rnd(20))][rnd(2)]
        v = [0.0, -0.0, 1.0, rnd(1000) / 7, -rnd(30000) / 1e9, rnd(30000) * 1e12, float("inf"), float("nan"), rnd(30000) / 4][rnd(9)]
    spec = align + sign + alt + zero + width + group + precision + kind
    try:
        s = format(v, spec)
    except ValueError as e:
        s = str(e)
    for c in s:
        digest = (digest * 31 + ord(c)) % 1000000007
    if _ % 500 == 0:
        print(repr(spec), repr(v), repr(s), digest)
print(digest)
