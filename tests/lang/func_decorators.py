def twice(f):
    def wrapper(*args):
        return f(*args) * 2

    return wrapper


def add(n):
    def decorator(f):
        return lambda *args: f(*args) + n

    return decorator


@twice
@add(10)
def f(x):
    return x


@add(1)
@twice
def g(x):
    return x


print(f(1), g(1))
registry = []


@registry.append
def h():
    pass


print(h, len(registry), registry[0].__name__)


@lambda cls: cls()
class Single:
    value = 3


print(Single.value)
