from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print(f"</{name}>")


with tag("b") as t:
    print(t)
with tag("i"):
    raise ValueError("v")
with suppress(KeyError, IndexError):
    {}["x"]
with nullcontext(5) as n:
    print(n)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as d:
    print("open")
with ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", 1)
    print("in the stack")


@tag("decorator")
def f():
    print("body")


f()
