print(int("ff", 16), int("0xFF", 16), int("0xff", 0), int("0b101", 0), int("0o17", 0), int("z", 36), int("-11", 2), int("0x_f", 16), int("0_0", 0), int("12", base=8), int(b"77", 8))
for args in (("010", 0), ("12", 2), ("12", 1), ("12", 37), (12, 10), ("0b12", 0), ("12", 2.5), ("12", "3")):
    try:
        print(int(*args))
    except Exception as e:
        print(type(e).__name__, e)
