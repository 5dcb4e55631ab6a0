def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


s = ""
for i in range(2000):
    s += str(i)
print(len(s), s[:20], s[-20:], hash(s) == hash("".join(map(str, range(2000)))))
t = s
t += "x"
u = s + "yy"
s += "z"
print(t[-3:], u[-3:], s[-3:], len(t), len(u), len(s))
w = "a" * 100
parts = [w]
for piece in ["b", "é", "日", "😀", "c"]:
    w += piece
    parts.append(w)
for p in parts:
    print(len(p), ascii(p[98:]))
print("a" "b" + "c", "" + "x", "x" + "")
check(
    lambda: "abc" + 1,
    lambda: 1 + "abc",
    lambda: "abc" + None,
    lambda: "abc" + b"a",
    lambda: "abc" - "a",
    lambda: "abc" / 2,
    lambda: -"abc",
    lambda: "abc" & "a",
    lambda: [] + "a",
    lambda: "a" + [],
)
