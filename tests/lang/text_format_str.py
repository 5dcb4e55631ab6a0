def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


for spec in ["", "s", "10", "<10", ">10", "^10", "*^10", "=<5", ".2", "5.2", "<5.1s", ">>5", "010", "é>6", "😀^7", "0", "05", "3", ".0", ".100"]:
    print(repr(spec), "[" + format("abc", spec) + "]", "[" + format("é日😀x", spec) + "]")
check(
    lambda: format("a", "d"),
    lambda: format("a", "=10"),
    lambda: format("a", "0=5"),
    lambda: format("a", "+"),
    lambda: format("a", " "),
    lambda: format("a", "-"),
    lambda: format("a", ","),
    lambda: format("a", "_"),
    lambda: format("a", "10."),
    lambda: format("a", "#"),
    lambda: format("a", "z"),
    lambda: format("a", "xyz"),
    lambda: format("a", "é"),
    lambda: format("a", "\n"),
    lambda: format("a", "99999999999999999999"),
    lambda: format("a", ".99999999999999999999"),
    lambda: format("a", 5),
    lambda: format("a", None),
)
