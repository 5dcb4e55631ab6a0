late = [lambda: i for i in range(3)]
print([f() for f in late])
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])


def maker(i):
    return lambda: i


print([f() for f in [maker(i) for i in range(3)]])
functions = []
for word in ("a", "b"):
    def say():
        return word
    functions.append(say)
word = "changed"
print([f() for f in functions])
