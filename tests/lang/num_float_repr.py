# The shortest digits that read back as the same float.
for v in (0.1, 0.1 + 0.2, 1 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -0.0, 100.0, 1e100, 9007199254740993.0, 4.35, 0.3, 2.5e-7, 299792458.0, 6.02214076e23):
    print(v, -v, [v], f"{v}", str(v) == repr(v))
print(float("inf"), -float("inf"), float("nan"))
