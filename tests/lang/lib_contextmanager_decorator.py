from contextlib import contextmanager


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    finally:
        print("</" + name + ">")

with tag("a") as x, tag("b"):
    print(x)
try:
    with tag("c"):
        raise ValueError("oh")
except ValueError as e:
    print("caught", e)
@tag("deco")
def work(a, b=2):
    return a + b
print(work(1), work(2, b=3), work.__name__)
@contextmanager
def swallow():
    try:
        yield
    except KeyError as e:
        print("swallowed", e)
with swallow():
    {}["x"]
@contextmanager
def none():
    if False:
        yield
@contextmanager
def two():
    yield 1
    yield 2
@contextmanager
def two_on_error():
    try:
        yield
    except ValueError:
        yield
def enter(manager, error=None):
    with manager:
        if error:
            raise error
check(lambda: enter(none()), lambda: enter(two()), lambda: enter(two_on_error(), ValueError("v")), lambda: enter(swallow(), StopIteration("si")))
@contextmanager
def translate():
    try:
        yield
    except ValueError as e:
        raise KeyError("k") from e
try:
    enter(translate(), ValueError("v"))
except KeyError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
