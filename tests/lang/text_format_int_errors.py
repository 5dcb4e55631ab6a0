def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: format(1, "s"),
    lambda: format(1, ".3"),
    lambda: format(1, ".3d"),
    lambda: format(1, ",x"),
    lambda: format(1, ",b"),
    lambda: format(1, ",_"),
    lambda: format(1, "_,"),
    lambda: format(1, ",,"),
    lambda: format(1, "__"),
    lambda: format(1, "c,"),
    lambda: format(1, ",n"),
    lambda: format(1, "_n"),
    lambda: format(1, "q"),
    lambda: format(1, "10x!"),
    lambda: format(1, "zd"),
    lambda: format(1, "é"),
    lambda: format(1, "5é"),
    lambda: format(1, "\t"),
    lambda: format(1, "999999999999999999999"),
    lambda: format(True, "s"),
    lambda: format(1, "."),
    lambda: format(1, "+ "),
    lambda: format(1, " +5"),
    lambda: format(1, "5+"),
    lambda: format(1, "{"),
)
