def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: format(1.5, "d"),
    lambda: format(1.5, "x"),
    lambda: format(1.5, "s"),
    lambda: format(1.5, "c"),
    lambda: format(1.5, ",n"),
    lambda: format(1.5, ".f"),
    lambda: format(1.5, ".99999999999999999999f"),
    lambda: format(1.5, "9999999999999999999999f"),
    lambda: format(1.5, ",_"),
    lambda: format(1.5, "5.5.5"),
    lambda: format(1.5, "é"),
    lambda: format(1.5, ".9999999999f"),
)
