# Compares methods with their definition in a slow form, over pseudo-random texts.
state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % n
def text(n):
    return "".join("ab éλ日😀,\n"[rnd(9)] for _ in range(rnd(n)))
def slow_find(s, t, a, b):
    for i in range(a, b - len(t) + 1):
        if s[i:i + len(t)] == t:
            return i
    return -1
digest = 0
for _ in range(1500):
    s, t, u = text(20), text(3), text(4)
    a, b = rnd(10), rnd(25)
    n = len(s)
    assert s.find(t, a, b) == (slow_find(s, t, a, min(b, n)) if a <= n else -1), (s, t, a, b)
    assert s.replace(t, u) == (u.join(s.split(t)) if t else u + u.join(s) + (u if s else "")), (s, t, u)
    assert "".join(s.partition(t)) == s if t else True
    assert t.join(s.split(t)) == t.join(s.rsplit(t)) == s if t else True
    assert "".join(s.splitlines(True)) == s
    assert s.count(t) == len(s.split(t)) - 1 if t else s.count(t) == n + 1
    assert s.rfind(t) == (n - len(t) - s[::-1].find(t[::-1]) if t in s else -1)
    assert (t in s) == (slow_find(s, t, 0, n) >= 0)
    for c in s.title().swapcase().casefold() + s.strip() + s[a:b:2] + s.expandtabs(3) + s.center(b, "*") + repr(s):
        digest = (digest * 31 + ord(c)) % 1000000007
print(digest)
