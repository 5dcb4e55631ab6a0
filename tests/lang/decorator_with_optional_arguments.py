import functools


def retry(function=None, *, times=2):
    if function is None:
        return functools.partial(retry, times=times)

    @functools.wraps(function)
    def wrapper(*args):
        for attempt in range(1, times + 1):
            try:
                return function(*args)
            except ValueError as error:
                print("attempt", attempt, "failed:", error)
        return None
    return wrapper


@retry
def twice(x):
    raise ValueError(x)


@retry(times=3)
def thrice(x):
    raise ValueError(x * 10)


print(twice(1), thrice(2))
