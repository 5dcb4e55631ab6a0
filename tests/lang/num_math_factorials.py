import math
print([math.factorial(n) for n in range(25)], math.factorial(100), [math.comb(10, k) for k in range(12)], [math.perm(6, k) for k in range(8)], math.perm(5), math.comb(200, 100), math.perm(50, 20))
for f in (lambda: math.factorial(-1), lambda: math.factorial(2.0), lambda: math.comb(-1, 2), lambda: math.comb(5, -1), lambda: math.perm(-2, 1), lambda: math.comb(5, 2.0), lambda: math.factorial(10 ** 30)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
