for v in (0, 1, -1, 255, -256, 2 ** 47, 2 ** 64 - 1, -10 ** 20):
    print(v.bit_length(), v.bit_count(), v.conjugate(), v.real, v.imag, v.numerator, v.denominator, v.as_integer_ratio(), v.__index__(), v.__trunc__())
