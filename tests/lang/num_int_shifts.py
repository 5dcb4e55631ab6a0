print(1 << 47, 1 << 100, -1 << 64, 5 >> 1, -5 >> 1, -1 >> 100, (1 << 100) >> 99, -(1 << 100) >> 101, 0 << 10 ** 30, 7 >> 10 ** 30, -7 >> 10 ** 30)
for f in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 2.0, lambda: "a" << 1):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
