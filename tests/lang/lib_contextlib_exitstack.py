from contextlib import ExitStack, contextmanager


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@contextmanager
def cm(n):
    print("enter", n)
    try:
        yield n
    finally:
        print("exit", n)
with ExitStack() as stack:
    print([stack.enter_context(cm(i)) for i in range(3)])
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("pushed", exc[0]))
def suppressed():
    with ExitStack() as stack:
        stack.callback(lambda: print("still called"))
        stack.push(lambda t, v, tb: t is ValueError)
        raise ValueError
    return "suppressed"
print(suppressed())
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("first")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
s = ExitStack()
s.enter_context(cm("x"))
kept = s.pop_all()
s.close()
print("not yet")
kept.close()
check(lambda: ExitStack().enter_context(5))
try:
    with ExitStack() as stack:
        stack.enter_context(cm("one"))
        stack.enter_context(cm("two"))
        raise KeyError("k")
except KeyError as e:
    print(repr(e))
