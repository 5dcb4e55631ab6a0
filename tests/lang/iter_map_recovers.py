# An error of the function does not end a map or filter.
m = map(int, ["1", "x", "3"])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
print(next(m), next(m, "end"))
f = filter(lambda x: 10 // x > 2, [1, 0, 2, 9, 3])
print(next(f))
try:
    next(f)
except ZeroDivisionError as e:
    print(e)
print(list(f))
