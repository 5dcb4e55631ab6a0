from contextlib import ExitStack, contextmanager, nullcontext, suppress


@contextmanager
def named(name):
    print("in", name)
    try:
        yield name
    finally:
        print("out", name)


with ExitStack() as stack:
    names = [stack.enter_context(named(n)) for n in "abc"]
    stack.callback(print, "callback", 1)
    print(names)
with suppress(ZeroDivisionError), nullcontext(5) as five:
    print(five)
    1 / 0
with ExitStack() as stack:
    stack.enter_context(named("moved"))
    kept = stack.pop_all()
print("still open")
kept.close()
