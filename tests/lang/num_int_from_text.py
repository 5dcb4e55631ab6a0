for text in ("12", " 12 ", "+7", "-0", "1_000", "0012", "\t9\n", "12345678901234567890123", "१२३", "\u00a05\u2003"):
    print(repr(text), int(text))
for text in ("", " ", "1__0", "_1", "1_", "1 2", "0x10", "1.5", "--1", "+", "१2x", "1e3", "\x1c5"):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
