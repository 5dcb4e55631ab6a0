import math
for v in (2.5, -2.5, 0.0, 1e20, 7, 10 ** 30, True):
    print(math.floor(v), math.ceil(v), math.trunc(v), math.modf(v), math.frexp(v), math.fabs(v))
class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
class G:
    def __float__(self): return 2.5
print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.floor(G()), math.ceil(G()))
