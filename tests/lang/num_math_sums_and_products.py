import math
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.fsum(x / 10 for x in range(10)), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([0.5, 4]), math.prod(range(1, 20)), math.prod([2, 3], start=10), math.prod(["a", 3]) if False else math.prod([3], start="a"))
print(math.hypot(3, 4), math.hypot(1, 1, 1), math.hypot(), math.hypot(-5), math.dist((0, 0), (3, 4)), math.dist([1, 2, 3], [4, 6, 3]), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan))
for f in (lambda: math.dist([1], [1, 2]), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum(["a"]), lambda: math.hypot("a"), lambda: math.prod([1, None])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
