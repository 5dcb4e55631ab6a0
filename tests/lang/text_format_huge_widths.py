def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: len(format(1, "100000")),
    lambda: len(format("a", "100000")),
    lambda: len(format(1.5, "100000.3f")),
    lambda: len(format(1.5, ".1000f")),
    lambda: len("%10000d" % 5),
    lambda: len("%.10000d" % 5),
    lambda: len("%.500f" % 1.1),
    lambda: len(format(7, "050000,d")),
    lambda: len("x".center(100001)),
    lambda: len("x".zfill(70000)),
)
print(f"{1.1:.60f}", "%.40e" % 0.1, f"{2**-1074:.10g}", f"{1e308:,.1f}"[:20])
