import math
print(math.log(10), math.log(8, 2), math.log(100, 10), math.log2(8), math.log2(10), math.log10(1000), math.log1p(1e-10), math.log(2 ** 2000), math.log2(2 ** 5000), math.log10(10 ** 400), math.log(10 ** 500, 10))
print(math.exp(1), math.exp2(10), math.expm1(1e-10), math.sqrt(2), math.cbrt(27), math.cbrt(-8), math.pow(2, 0.5))
