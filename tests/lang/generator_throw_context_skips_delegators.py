"""What is raised after a throw went down through `yield from` or `await` has no context from the generators
on the way: they do not run then. They do when the inner one is resumed by send()."""


def inner(error):
    try:
        yield 1
    except KeyError:
        pass
    if error.args[0] == "later":
        yield 2
    try:
        raise error
    except ValueError as e:
        print("   inside", chain(e))
        raise


def middle(error):
    try:
        raise OSError("in middle")
    except OSError:
        yield from inner(error)


def outer(error):
    try:
        raise LookupError("in outer")
    except LookupError:
        yield from middle(error)


def chain(e):
    seen = []
    while e:
        seen.append(repr(e))
        e = e.__context__
    return " < ".join(seen)


def drive(word):
    error = ValueError(word)
    g = outer(error)
    next(g)
    try:
        g.throw(KeyError("thrown"))
        next(g)
    except ValueError as e:
        print("  ", chain(e))


class Stop(Exception):
    pass


async def wait(error):
    class Once:
        def __await__(self):
            try:
                yield
            except Stop:
                raise error
    try:
        raise OSError("awaits")
    except OSError:
        await Once()


for word in "now", "later":
    print(word)
    drive(word)
    try:
        raise RuntimeError("at the top")
    except RuntimeError:
        drive(word)
coroutine = wait(ValueError("in await"))
coroutine.send(None)
try:
    coroutine.throw(Stop())
except ValueError as e:
    print(chain(e))
