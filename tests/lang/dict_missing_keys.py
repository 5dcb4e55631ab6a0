def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = {"a": 1, 2: "two", None: 0, (1, 2): 3, 1.5: 4}
print(d["a"], d[2], d[2.0], d[None], d[(1, 2)], d[1.5], d.get("zz"), d.get("zz", 5), d.get(True))
attempt(lambda: d["b"])
attempt(lambda: d[5])
attempt(lambda: d[(3, "x")])
attempt(lambda: d[[]])
attempt(lambda: d.get([]))
attempt(lambda: [] in d)
attempt(lambda: d.pop("zz"))
attempt(lambda: d.pop("zz", "default"))
attempt(lambda: d.pop([]))
attempt(lambda: {}.pop([]))
attempt(lambda: {}.popitem())
attempt(lambda: d.setdefault([], 1))
attempt(lambda: d.pop())
attempt(lambda: d.get())
attempt(lambda: d.__delitem__("zz"))
print(d.setdefault("a", 9), d.setdefault("n"), d.setdefault("m", 7), d)
print(d.popitem(), d.popitem(), d.pop(2), list(d))
print(1 in d, "a" in d, None in d, (1, 2) in d)
