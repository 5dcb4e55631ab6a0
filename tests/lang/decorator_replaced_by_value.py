@lambda f: f()
def answer():
    return 42


@str
class Named:
    pass


print(answer, Named)
