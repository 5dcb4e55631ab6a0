# The order depends on what was added, removed and when the table grew.
seed = 7


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed // 65536 % n


s = set()
other = set()
for step in range(3000):
    what = rand(16)
    x = rand(400) - 50
    if what < 6:
        s.add(x)
    elif what < 8:
        s.discard(x)
    elif what == 8 and s:
        print("pop", s.pop())
    elif what == 9:
        other = set(s)
    elif what == 10:
        s |= {x, x * 3, x * 5}
    elif what == 11:
        other = s ^ {x, x + 1, x + 2}
    elif what == 12:
        s = s | other if rand(2) else s.copy()
    elif what == 13:
        s = s - other if rand(3) == 0 else s - {x, x + 8, x + 16}
    elif what == 14:
        s = s & other if rand(8) == 0 else s
        other.update(range(x, x + rand(20)))
    else:
        s.symmetric_difference_update(range(x, x + rand(9)))
        s.difference_update([x + 1], (x + 5,))
    if step % 20 == 0:
        print(len(s), list(s)[:30], list(other)[:10])
print(list(s), list(frozenset(s)), list(s | other), list(s & other), list(s - other), list(s ^ other))
