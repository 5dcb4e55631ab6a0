import functools
import time


def timed(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return f(*args, **kwargs)
        finally:
            wrapper.total += time.perf_counter() - start
            wrapper.calls += 1

    wrapper.total, wrapper.calls = 0.0, 0
    return wrapper


def memo(f):
    known = {}

    @functools.wraps(f)
    def wrapper(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]

    wrapper.known = known
    return wrapper


@timed
@memo
def paths(rows, columns):
    """Ways through a grid."""
    return 1 if 0 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(16, 16), paths.calls, paths.total > 0, paths.__name__, paths.__doc__, len(paths.__wrapped__.known))
