"""Objects that end with their last reference, wherever that was: globals, cells, defaults, errors, arguments."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def begun(name):
    def tidy():
        try:
            yield name
        finally:
            print("close", name)
    generator = tidy()
    next(generator)
    return generator


def takes(left=None, right=None):
    return None


def keeps(x):
    def inner():
        return x
    return inner


def fails(x):
    raise ValueError(x.name)


one, = [Loud("a global from a list")]
one = None
print("let the global go")


def defaults():
    def with_default(a, b=Loud("a default")):
        return a
    with_default = None
    print("let the function go")


def cells():
    inner = keeps(Loud("in a cell"))
    inner = [inner]
    inner = None
    print("let the closure go")
    error = KeyError(keeps(Loud("in a cell of an error")))
    error = None
    print("let the error go")


def errors():
    try:
        fails(Loud("an argument of what failed"))
    except ValueError:
        print("caught")
    print("handled")


def together():
    takes(Loud("first"), begun("second"))
    print("called")
    takes(begun("third"), begun("fourth"))
    print("called again")
    takes([Loud("inner"), (Loud("left"), Loud("right"))], Loud("outer"))
    print("called with a list")
    any(x is None for x in [begun("in an expression")])
    print("asked")


defaults()
cells()
errors()
together()


class Holder:
    kept = Loud("an attribute of a class")


Holder.kept = None
print("let the attribute go")
