def f(a, b=1):
    """What it does."""
    return a


f.calls = 3
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.calls, f.__dict__)


class C:
    def m(self):
        def inner():
            pass

        return inner


print(C.m.__qualname__, C().m().__qualname__, (lambda: 0).__name__, C.__qualname__)
print(callable(f), callable(C), callable(C()), f.__code__.co_argcount, f.__code__.co_varnames)
