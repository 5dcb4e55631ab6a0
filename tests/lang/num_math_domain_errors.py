import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1.5), lambda: math.log(0.0), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.cosh(1000), lambda: math.pow(0, -1), lambda: math.pow(-8, 1 / 3), lambda: math.pow(10, 400), lambda: math.fmod(1, 0), lambda: math.remainder(1, 0), lambda: math.gamma(-1), lambda: math.gamma(200), lambda: math.atanh(1), lambda: math.sin(math.inf), lambda: math.ldexp(1, 5000), lambda: math.sqrt("a"), lambda: math.floor("a"), lambda: math.trunc("a"), lambda: math.floor(math.inf), lambda: math.log(10, 1), lambda: math.sqrt(10 ** 400)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
