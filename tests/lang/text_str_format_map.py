def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print("{a} {b[0]} {c.real}".format_map({"a": 1, "b": [2], "c": 3}), "x".format_map(5), "{a!r:>5}".format_map({"a": "q"}))
class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"
class M:
    def __getitem__(self, key):
        return key * 2
print("{a} {b}".format_map(Default(a=1)), "{ab} {c}".format_map(M()), "{a:{w}}|".format_map({"a": 1, "w": 4}))
check(
    lambda: "{a}".format_map({}),
    lambda: "{}".format_map({}),
    lambda: "{0}".format_map({0: 1}),
    lambda: "{a}".format_map(1),
    lambda: "{a}".format_map([1]),
)
