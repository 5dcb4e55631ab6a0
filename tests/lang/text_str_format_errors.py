def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


check(
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: "a}b".format(),
    lambda: "{!}".format(1),
    lambda: "{!x}".format(1),
    lambda: "{!rr}".format(1),
    lambda: "{!r".format(1),
    lambda: "{0!r:}}".format(1),
    lambda: "{0".format(1),
    lambda: "{0.}".format(1),
    lambda: "{0[}".format(1),
    lambda: "{0[]}".format(1),
    lambda: "{0[a}".format(1),
    lambda: "{0[a]b}".format({"a": 1}),
    lambda: "{} {1}".format(1, 2),
    lambda: "{1} {}".format(1, 2),
    lambda: "{}".format(),
    lambda: "{2}".format(1, 2),
    lambda: "{a}".format(),
    lambda: "{a}".format(1, b=2),
    lambda: "{0.foo}".format(1),
    lambda: "{0[foo]}".format([1]),
    lambda: "{0[5]}".format([1]),
    lambda: "{0[x]}".format({}),
    lambda: "{:{}{}}".format(1),
    lambda: "{:{:{}}}".format(1, 2, 3),
    lambda: "{!".format(1),
    lambda: "{:".format(1),
    lambda: "{0:{}}".format(1, 2),
    lambda: "{99999999999999999999}".format(1),
    lambda: "{-1}".format(1),
    lambda: "{a{b}}".format(1),
    lambda: "{:d}".format("a"),
    lambda: "{0[99999999999999999999]}".format([]),
    lambda: "{!\x01}".format(1),
    lambda: "{0:s}".format(1),
    lambda: "{[0]}".format(5),
)
