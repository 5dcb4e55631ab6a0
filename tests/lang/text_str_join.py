def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


print(",".join(["a", "b"]), "".join(()), "-".join("abc"), ", ".join({"k": 1, "l": 2}), "é".join(["a", "日"]), "x".join([]), "x".join(["only"]))
print("".join(c.upper() for c in "abc"), "-".join(map(str, range(5))), "|".join(sorted({"b", "a"})), "".join(reversed("abc")))
print("+".join(filter(None, ["a", "", "b"])), "".join(["a"] * 10), "".join(x for x in []), "-".join(iter(["p", "q"])))
class It:
    def __iter__(self):
        yield "g"
        yield "h"
class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return str(i)
print("/".join(It()), "/".join(Seq()))
check(
    lambda: "abc".join(1),
    lambda: "abc".join(None),
    lambda: "abc".join([1]),
    lambda: "abc".join(["a", "b", b"c"]),
    lambda: "".join(["a", None]),
    lambda: "".join(x for x in ["a", 1]),
)
