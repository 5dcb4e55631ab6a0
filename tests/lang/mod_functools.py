import functools
from functools import cache, cached_property, lru_cache, partial, partialmethod, reduce, singledispatch, wraps, cmp_to_key


@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x


print(square(2), square(2), square(3), square(4), square(2), square.cache_info())
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5))
p = partial(int, base=2)
print(p("101"), p.func is int, p.args, p.keywords, partial(print, "a", sep="-")("b", "c"))


def logged(f):
    @wraps(f)
    def wrapper(*a):
        """Of the wrapper."""
        return f(*a)

    return wrapper


@logged
def documented():
    """Of the function."""


print(documented.__name__, documented.__doc__, documented.__wrapped__.__name__)


class C:
    @cached_property
    def slow(self):
        print("once")
        return 5

    def base(self, a, b):
        return a + b

    ten = partialmethod(base, 10)


c = C()
print(c.slow, c.slow, c.ten(5), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show(1), show([1, 2]), show("s"), show(True), functools.reduce(max, [1, 5, 3]))
