class Bad:
    def __int__(self): return "x"
    def __index__(self): return 1.5
    def __float__(self): return 1
    def __bool__(self): return None
    def __round__(self): raise KeyError("no")
for f in (int, float, bin, bool, round, abs, lambda v: [1, 2][v], lambda v: "a" * v, lambda v: divmod(v, 1), lambda v: pow(v, 2), lambda v: -v):
    try:
        print(f(Bad()))
    except Exception as e:
        print(type(e).__name__, e)
