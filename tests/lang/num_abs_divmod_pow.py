print(abs(-7), abs(-7.5), abs(-10 ** 30), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(-7, 2.0), pow(2, 10), pow(2, -1), pow(2.5, 2), pow(base=2, exp=3), pow(2, 3, mod=5), pow(2, exp=5))
for f in (lambda: abs("a"), lambda: divmod("a", 1), lambda: divmod(1, "a"), lambda: pow("a", 2), lambda: abs(), lambda: divmod(1), lambda: round("a"), lambda: bin(1.5), lambda: hex("a"), lambda: oct(None)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
