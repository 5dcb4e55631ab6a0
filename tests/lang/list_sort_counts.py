# How many comparisons a longer sort needs: the same runs, merges and gallops as CPython's.
import functools

count = 0


def compare(a, b):
    global count
    count += 1
    return (a > b) - (a < b)


seed = 12345


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed // 65536 % n


def show(what, values):
    global count
    count = 0
    result = sorted(values, key=functools.cmp_to_key(compare))
    print(what, len(values), count, result == sorted(values))


for n in (63, 64, 65, 100, 128, 200, 333, 500):
    show("random", [rand(1000) for _ in range(n)])
    show("few", [rand(4) for _ in range(n)])
    show("rising", list(range(n)))
    show("falling", list(range(n, 0, -1)))
    show("saw", [i % 40 for i in range(n)])
    show("two runs", list(range(0, n, 2)) + list(range(1, n, 2)))
    show("nearly", [i if i % 17 else rand(n) for i in range(n)])
    show("blocks", [(i // 50) % 3 * 1000 + i for i in range(n)])
