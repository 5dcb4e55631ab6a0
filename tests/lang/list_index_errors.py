def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [1, 2, 3]
attempt(lambda: a[3])
attempt(lambda: a[-4])
attempt(lambda: a["x"])
attempt(lambda: a[1.0])
attempt(lambda: a[None])
attempt(lambda: a[10 ** 30])
attempt(lambda: a.__setitem__(3, 0))
attempt(lambda: a.__setitem__("x", 0))
attempt(lambda: a.__delitem__(5))
attempt(lambda: a[::0])
attempt(lambda: a["a":])
attempt(lambda: a[1:2.5])
attempt(lambda: [].pop())
attempt(lambda: a.pop(3))
attempt(lambda: a.pop("x"))
attempt(lambda: a.insert("x", 1))
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: a.index("nine", 1))
attempt(lambda: a.index(1, "x"))
