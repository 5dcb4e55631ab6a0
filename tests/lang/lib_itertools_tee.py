from itertools import tee


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


a, b, c = tee(iter(range(3)), 3)
print(next(a), next(a), list(b), list(a), list(c))
check(lambda: tee([1], 0), lambda: tee([1], -1), lambda: tee(5), lambda: len(tee("ab")))
def loud():
    for i in range(2):
        print("make", i)
        yield i
x, y = tee(loud())
print(next(x), next(y), list(x), list(y))
