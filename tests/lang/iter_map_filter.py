def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(map(str, [1, 2])), list(map(lambda x, y: x + y, [1, 2, 3], [10, 20])), list(map(max, [1, 5], [4, 2], [3, 3])), list(map(int, "123")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isdigit, "a1b2")), list(filter(bool, [0, 3])))
attempt(lambda: map(str))
attempt(lambda: map())
attempt(lambda: map(str, 5))
attempt(lambda: filter(str))
attempt(lambda: filter(None, 5))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(lambda: 1, [1])))
attempt(lambda: list(map(int, ["1", "x"])))
m = map(print, "ab")
print("lazy")
next(m)
print(list(m), list(m))


def noisy(n):
    for i in range(n):
        print("make", i)
        yield i


for x in map(lambda x: x * 10, filter(lambda x: x != 1, noisy(3))):
    print("got", x)
its = [iter([1, 2]), iter([3])]
print(list(map(next, its)), list(map(next, its)))
print(sum(map(len, ["a", "bb"])), sorted(map(abs, [-3, 1, -2])), set(map(str.upper, "aA")), dict(map(lambda p: (p[1], p[0]), [(1, 2)])), any(map(bool, [0, 1])), "".join(map(chr, [72, 105])))
