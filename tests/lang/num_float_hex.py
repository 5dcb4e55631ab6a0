for v in (1.0, -2.5, 0.1, 0.0, -0.0, 5e-324, 1.7976931348623157e308, 3.14159, float("inf"), float("nan")):
    print(v.hex(), float.fromhex(v.hex()))
for text in ("0x1.8p1", "1.8", " -0x.8p-1 ", "0x10", "inf", "nan", "0xA.Bp+3", "1p-1074", "0x1p-1075"):
    print(text, float.fromhex(text))
for text in ("", "0x", "zz", "0x1p", "1 2", "0x1p5000"):
    try:
        float.fromhex(text)
    except Exception as e:
        print(type(e).__name__, e)
