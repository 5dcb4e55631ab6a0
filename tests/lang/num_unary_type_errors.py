for v in ("a", None, [1], (1,), {}, 1.5, len, int):
    for f in (lambda x: -x, lambda x: +x, lambda x: ~x):
        try:
            f(v)
        except TypeError as e:
            print(e)
try:
    print >> 5
except TypeError as e:
    print(e)
