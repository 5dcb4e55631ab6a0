def f():
    """First line.

    More.
    """


def g():
    "short"
    return 1


def h():
    f"not a docstring"


class C:
    """Of a class."""


print(repr(f.__doc__), g.__doc__, h.__doc__, C.__doc__, (lambda: 0).__doc__)
