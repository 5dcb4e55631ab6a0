import math
for x in (0.5, 1, 2.5, 5, 10.5, -0.5, -2.5, 100.25, 170.5):
    print(math.gamma(x), math.lgamma(x), math.erf(x), math.erfc(x))
