import math
for x in (0.0, 0.5, 1.0, math.pi / 6, math.pi, -2.0):
    print(math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x), math.degrees(x), math.radians(x))
print(math.asin(0.5), math.acos(0.5), math.atan2(1, -1), math.atan2(-0.0, -1), math.acosh(2), math.atanh(0.5))
