import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print([(math.isfinite(x), math.isinf(x), math.isnan(x)) for x in (0, 1.5, math.inf, -math.inf, math.nan, 10 ** 30)])
