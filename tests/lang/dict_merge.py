def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = {"x": 1, "y": 2}
b = {"y": 3, "z": 4}
print(a | b, b | a, a, b)
c = a
c |= b
print(a, c is a)
c |= [("q", 0)]
c |= {}
print(c)
attempt(lambda: a | [("q", 1)])
attempt(lambda: [] | a)
attempt(lambda: a | None)


def wrong():
    global c
    c |= 5


attempt(wrong)
attempt(lambda: a & b)
attempt(lambda: a < b)
attempt(lambda: a + b)
print(a.copy() == a, a.copy() is a)
