from collections import Counter


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


a, b = Counter(a=3, b=1, c=-1), Counter(a=1, b=2, d=4)
print(a + b, a - b, a & b, a | b, +a, -a)
print(Counter("ab") == Counter("ba"), Counter("a") <= Counter("ab"), Counter("a") < Counter("a"), Counter("ab") >= Counter("a"), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(a=2), Counter("ab") > Counter("a"))
c = Counter("aab"); c += Counter("b"); print(c); c -= Counter("aa"); print(c); c |= Counter("zz"); print(c); c &= Counter("z"); print(c)
check(lambda: Counter("a") + 5, lambda: Counter("a") == 5, lambda: Counter("a") < 5)
print(sum([Counter("a"), Counter("b")], Counter()))
