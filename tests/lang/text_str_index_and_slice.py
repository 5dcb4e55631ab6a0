def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


s = "hello"
print(s[0], s[-1], s[1:3], s[:2], s[2:], s[::-1], s[::2], s[-3:-1], s[10:], s[3:1], s[-100:100], s[4:0:-2], s[True], s[:], s[None:None:None])
u = "aé日😀z"
print(u[0], u[1], u[2], u[3], u[-1], u[1:4], u[::-1], u[:2].isascii(), u[::4], len(u), [c for c in u], list(reversed(u)))
print(u[0:1] is u[0] or u[0:1] == "a", s[:] is s, s[0:5] is s)
class I:
    def __index__(self):
        return 2
print(s[I()], s[I():], s[:I()], s[::I()], s.find("l", I()), "ab" * I(), I() * "ab", "x".center(I()))
check(
    lambda: s["a"],
    lambda: s[1.5],
    lambda: s[10],
    lambda: s[-6],
    lambda: ""[0],
    lambda: s[::0],
    lambda: s["a":],
    lambda: s[None],
    lambda: s[10**30],
    lambda: s[10**30:],
    lambda: s[-10**30:2],
    lambda: s[::10**30],
    lambda: s[::-10**30],
    lambda: s[1, 2],
)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
