print(pow(3, 200, 1000007), pow(3, 200, -13), pow(-3, 5, 7), pow(2, 0, 1), pow(5, -1, 7), pow(5, -3, 26))
for args in ((2, -1, 4), (2, 3, 0), (2.0, 3, 5), (2, 3.0, 5), ("a", 2, 3), (2, "a", 3), (2, 3, "a")):
    try:
        print(pow(*args))
    except Exception as e:
        print(type(e).__name__, e)
