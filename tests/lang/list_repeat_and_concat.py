def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = [1, 2]
print(a + [3], a * 3, 2 * a, a * 0, a * -1, a * True)
b = a
b *= 2
print(a, b is a)
b += (7,)
print(a)
c = [[]] * 3
c[0].append(1)
print(c)
attempt(lambda: a + (1,))
attempt(lambda: a + 1)
attempt(lambda: a * 1.5)
attempt(lambda: "x" * a)
attempt(lambda: a * a)
attempt(lambda: a - a)
attempt(lambda: a.__add__(1))
attempt(lambda: a.__mul__("x"))
