def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "ab"), list([1]) is list)
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
attempt(lambda: list(x=1))
a = [1]
print(list(a) == a, list(a) is a)
a.__init__("xy")
print(a)
a.__init__()
print(a)
attempt(lambda: a.append())
attempt(lambda: a.append(1, 2))
attempt(lambda: a.append(x=1))
attempt(lambda: a.pop(1, 2))
attempt(lambda: a.foo)
attempt(lambda: list.append(5, 1))
attempt(lambda: list.append())
print(list.__len__([1, 2]), [].__len__(), [1].__contains__(1), [1, 2].__getitem__(1))
attempt(lambda: hash([]))
attempt(lambda: {[]: 1})
attempt(lambda: {[1], 2})
