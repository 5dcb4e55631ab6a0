def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


table = str.maketrans({"a": "1", "b": None, "c": "xyz", 100: 101, "é": "e", "😀": ":)"})
print("abcdé😀z".translate(table), "abc".translate({}), "".translate(table), "abc".translate({97: "日"}), len("aa".translate({97: 0x1F600})))
print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "z"), str.maketrans({"a": 1, 5: "b"}), "hello".translate(str.maketrans("el", "ip", "h")))
class T:
    def __getitem__(self, i):
        if i == 97:
            raise LookupError
        if i == 98:
            return None
        return chr(i + 1)
print("abcd".translate(T()), "abc".translate([None] * 97 + ["x", "y"]), "ab".translate("q" * 98))
from collections import defaultdict
print("abc".translate(defaultdict(lambda: "-", {97: "A"})))
check(
    lambda: "abc".translate(1),
    lambda: "abc".translate({97: 1.5}),
    lambda: "abc".translate({97: 0x110000}),
    lambda: "abc".translate({97: -1}),
    lambda: str.maketrans(1),
    lambda: str.maketrans({"ab": 1}),
    lambda: str.maketrans({1.5: 1}),
    lambda: str.maketrans("ab", "c"),
    lambda: str.maketrans("ab", 1),
    lambda: str.maketrans(1, "ab"),
    lambda: str.maketrans("a", "b", 1),
)
