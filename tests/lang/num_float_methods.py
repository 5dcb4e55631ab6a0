for v in (0.5, -3.0, 1e20, 0.1, -0.0, 2.5e-10):
    print(v.as_integer_ratio(), v.is_integer(), v.conjugate(), v.real, v.imag, v.__trunc__(), v.__floor__(), v.__ceil__(), v.__int__())
for v in (float("inf"), float("nan")):
    try:
        v.as_integer_ratio()
    except Exception as e:
        print(type(e).__name__, e, v.is_integer())
print((2.5).__add__(1), (2.5).__radd__(1), (2.5).__rsub__(1), (2.5).__eq__("a"), (2.5).__lt__(3), (2.5).__rpow__(2), (2.5).__divmod__(2), float.__repr__(2.5), float.__format__(2.5, ".3f"))
