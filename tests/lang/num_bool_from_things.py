class Yes:
    def __bool__(self): return True
class Empty:
    def __len__(self): return 0
class Plain: pass
class Wrong:
    def __bool__(self): return 1
class Negative:
    def __len__(self): return -1
print([bool(v) for v in (0, 0.0, -0.0, "", "a", [], [0], (), {}, set(), None, float("nan"), 10 ** 30, Yes(), Empty(), Plain(), range(0), b"")])
for v in (Wrong(), Negative()):
    try:
        bool(v)
    except Exception as e:
        print(type(e).__name__, e)
