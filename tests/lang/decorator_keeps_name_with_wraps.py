import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        """The wrapper's own text."""
        return function(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


@traced
def greet(name: str, *, loud: bool = False) -> str:
    """Says hello."""
    return f"hello {name}".upper() if loud else f"hello {name}"


print(greet.__name__, greet.__doc__, greet.__qualname__, greet.__module__)
print(greet.__annotations__, greet.__wrapped__("x", loud=True), greet.calls)
print(greet("ada"), greet("ada", loud=True))
