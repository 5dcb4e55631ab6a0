def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(format(97, "c"), format(0x65e5, "5c") + "|", format(233, "<3c") + "|", format(65, "^5c") + "|", format(65, "05c"), format(128512, "c"), format(65, "*>4c"))
check(
    lambda: format(1, "+c"),
    lambda: format(1, "#c"),
    lambda: format(-1, "c"),
    lambda: format(0x110000, "c"),
    lambda: format(10**30, "c"),
    lambda: format(1, ",c"),
    lambda: format(65, ".2c"),
)
