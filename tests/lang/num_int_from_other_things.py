print(int(), int(3.99), int(-3.99), int(True), int(1e20), int(b" 12 "), int(10 ** 30))
for v in (None, [], "x", float("nan"), float("inf"), object, {}):
    try:
        print(int(v))
    except Exception as e:
        print(type(e).__name__, e)
