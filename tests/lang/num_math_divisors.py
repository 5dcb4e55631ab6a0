import math
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(-12, 18, 27), math.gcd(0, 0), math.gcd(10 ** 30, 6 ** 20), math.lcm(), math.lcm(4, 6), math.lcm(-4, 6, 10), math.lcm(0, 5), math.lcm(10 ** 20, 15))
print([math.isqrt(n) for n in (0, 1, 3, 4, 10 ** 30, 10 ** 30 - 1, 2 ** 101)])
for f in (lambda: math.isqrt(-1), lambda: math.isqrt(2.0), lambda: math.gcd(1.5, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
