for text in ("1.5", " 1.5 ", "+.5", "-5.", "1e3", "1E-3", "1_000.5_0", "inf", "-Infinity", "nAn", "0.1e-400", "1e400", "12345678901234567890", "१.५", "1e+05"):
    print(repr(text), float(text))
for text in ("", ".", "1..2", "1e", "e5", "0x1p3", "1__0", "_1", "1_", "1._5", "infin", "1 2", "abc", "++1"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
