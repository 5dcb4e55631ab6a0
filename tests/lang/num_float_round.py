print([round(v) for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20, -7.6)], round(-0.4), type(round(2.5)).__name__)
print([round(v, 2) for v in (2.675, 1.005, 0.125, 0.375, -2.345, 1e300, 5e-324)], round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(15.0, -1), round(25.0, -1), round(5.5, 400), round(5.5, -400), round(1e22, 2), round(0.5, 0), round(2.5, None))
for args in ((float("inf"),), (float("nan"),), (1.7e308, -308)):
    try:
        print(round(*args))
    except Exception as e:
        print(type(e).__name__, e)
