from collections import UserDict, UserList, UserString


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
u = Upper(a=1); u["b"] = 2; u.update({"c": 3})
print(u, u["A"], "B" in u, len(u), dict(u), u.data, u.copy(), u | {"d": 4})
class Evens(UserList):
    def append(self, x):
        if x % 2 == 0:
            super().append(x)
e = Evens([2]); e.append(3); e.append(4); e.extend([5, 6])
print(e, e[0], e[1:], len(e), e + [8], list(e), e == [2, 4, 6], sorted(e, reverse=True), e.index(4))
s = UserString("abc")
print(s, s.upper(), s + "d", s[1], len(s), s == "abc", "b" in s, s * 2, s.split("b"), s.replace("a", "z"), s.isalpha(), hash(s) == hash("abc"))
check(lambda: u["zz"])
