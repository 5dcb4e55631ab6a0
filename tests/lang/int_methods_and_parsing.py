print(int("42"), int("  -7 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b11", 0), int("z", 36), int(3.99), int(-3.99), int(True), int())
print((255).bit_length(), (5).bit_count(), (258).to_bytes(2, "big"), int.from_bytes(b"\x01\x02", "little"), (-1).to_bytes(2, "little", signed=True))
print((3).real, (3).imag, (3).numerator, (3).denominator, (3).conjugate(), (7).as_integer_ratio(), (-5).__abs__(), (5).__add__(3))
print(bin(10), bin(-10), oct(8), hex(255), hex(-255), round(1234, -2), round(15, -1), round(25, -1), abs(-3), pow(2, 10), pow(3, -1, 7), divmod(7, -2))
