def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = {1, "a", None, (1, 2), 2.5}
s.add(1.0)
s.add(True)
print(len(s), 1 in s, True in s, (1, 2) in s, [1] in [[1]])
attempt(lambda: s.add([]))
attempt(lambda: s.remove("zz"))
attempt(lambda: s.remove((9, 9)))
attempt(lambda: s.discard([]))
attempt(lambda: [] in s)
attempt(lambda: s.pop(1))
attempt(lambda: set(5))
attempt(lambda: set(1, 2))
attempt(lambda: set(x=1))
attempt(lambda: frozenset([[]]))
attempt(lambda: frozenset().add(1))
attempt(lambda: s[0])
attempt(lambda: hash(set()))
attempt(lambda: {set()})
nested = {frozenset([1, 2]), frozenset()}
print({1, 2} in nested, {1} in nested, set() in nested, frozenset([2, 1]) in nested)
nested.discard({1, 2})
print(nested)
attempt(lambda: nested.remove({7}))
s.discard("zz")
print(s.clear(), s, bool(s), set("aab") == set("ab"), len(set("aab")))
print(set(), frozenset(), {1}, frozenset({1}), repr({"q"}), [set()])
