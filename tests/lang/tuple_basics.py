t = (1, "a", 2.5)
print(t, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, "a" in t, t.index("a"), t.count(1), (), (1,), tuple("ab"), tuple([1]), tuple())
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2], max((1, 5), (1, 4)))
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    hash(([],))
except TypeError as e:
    print(e)
