def count(n):
    print("started")
    for i in range(n):
        yield i
    print("ended")


g = count(2)
print(g.__name__, type(g).__name__)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "default"), list(g))
