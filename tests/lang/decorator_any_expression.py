handlers = {"plain": lambda f: f, "loud": lambda f: lambda: f().upper()}
chain = [lambda f: lambda: "<" + f() + ">"]


@handlers["loud"]
def a():
    return "a"


@chain[0]
@(lambda f: lambda: f() * 2)
def b():
    return "b"


print(a(), b())
