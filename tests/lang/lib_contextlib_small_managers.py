from contextlib import closing, suppress, nullcontext, redirect_stdout, AbstractContextManager, ContextDecorator
import io


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Thing:
    def close(self):
        print("closed")
with closing(Thing()) as t:
    print(type(t).__name__)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress(LookupError):
    [][1]
with nullcontext(5) as n:
    print(n)
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
class Mine(AbstractContextManager):
    def __exit__(self, *a):
        print("exit", a[0])
with Mine() as m:
    print(m.__class__.__name__)
check(lambda: AbstractContextManager(), lambda: isinstance(Mine(), AbstractContextManager), lambda: isinstance(Thing(), AbstractContextManager))
class Announce(ContextDecorator):
    def __enter__(self):
        print("in")
    def __exit__(self, *e):
        print("out")
@Announce()
def f():
    print("body")
f(); f()
try:
    with suppress(KeyError):
        raise ValueError("not suppressed")
except ValueError as e:
    print(e)
