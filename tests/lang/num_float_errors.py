for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1,
          lambda: 2.0 ** 10000, lambda: 10 ** 400 * 1.0, lambda: 1.5 & 1, lambda: 1.5 << 1, lambda: ~1.5,
          lambda: 1.5 @ 2, lambda: pow(2.0, 3, 5), lambda: int("1.5"), lambda: 1.5 // "a", lambda: round(1.5, "a")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, e.args)
