def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


bounds = [None, 0, 2, 5, 7, -1, -3, 9]
for i in bounds:
    for j in bounds:
        a = list(range(6))
        a[i:j] = "xy"
        b = list(range(6))
        b[i:j] = ()
        print(i, j, a, b)
a = [1, 2, 3]
a[1:1] = a
print(a)
a[:] = a[::-1]
print(a)
a[::2] = [0, 0, 0]
print(a)


def wrong(i, v):
    a[i] = v


attempt(wrong, slice(None, None, 2), [1])
attempt(wrong, slice(None), 5)
attempt(wrong, slice(None, None, 2), 5)
a[1:3] = (x * x for x in range(5))
print(a)
a[2:2] = {"k": 1}
print(a)
