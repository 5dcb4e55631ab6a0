"""What nobody refers to any more ends at the instruction that lets go of it, wherever it was held."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)


def tidy(name):
    try:
        yield 1
        yield 2
    finally:
        print("  finally", name)


def begun(name):
    generator = tidy(name)
    next(generator)
    return generator


class Box:
    pass


def locals_end():
    first, second, third = begun("first"), Loud("second"), begun("third")
    return len([first, second, third])


def held_in_a_cell():
    inner = Loud("cell")
    return lambda: inner.name


def main():
    x = Loud("a local")
    x = 1
    print("rebound")
    x = begun("a generator")
    x = begun("its successor")
    print("rebound twice")
    things = [Loud("item 0"), Loud("item 1"), begun("item 2")]
    things[1] = None
    print("set an item")
    things.pop()
    print("popped")
    things.clear()
    print("cleared")
    table = {1: Loud("value 1"), 2: Loud("value 2")}
    table[1] = 0
    print("replaced")
    del table[2]
    print("deleted")
    box = Box()
    box.inner = begun("an attribute")
    box.inner = Loud("another")
    print("set an attribute")
    box = None
    print("let the object go")
    pair = (Loud("left"), Loud("right"))
    pair = None
    print("let the tuple go")
    for i in tidy("walked"):
        break
    print("left the loop")
    print(locals_end())
    print("returned")
    f = held_in_a_cell()
    print(f())
    f = None
    print("let the closure go")
    Loud("a temporary").name
    print("used once")
    [Loud("in a list") for i in range(2)]
    print("made a list")
    kept = Loud("kept")
    also = kept
    kept = None
    print("somebody holds it still")
    also = None
    print("now nobody")


main()
print("main is over")
thing = Loud("global")
thing = Loud("the next")
print("rebound a global")
del thing
print("end")
