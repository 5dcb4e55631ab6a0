log = []


def f(x):
    log.append(x)
    return x * 2


m = map(f, [1, 2, 3])
print(log, next(m), log, list(m), log, list(m))
fl = filter(lambda x: x > 1 or log.append("tested"), iter([0, 5, 1, 7]))
print(next(fl), log)
z = zip(map(f, [10, 20, 30]), [1])
print(list(z), log)
e = enumerate(map(f, "ab"), start=1)
print(next(e), log, iter(e) is e)
print(list(map(lambda *a: a, [1, 2], "ab", (True, False))), list(map(None.__class__, [])))
try:
    for x in map(lambda x: 1 // x, [1, 0, 2]):
        print(x)
except ZeroDivisionError as err:
    print(err)
