import asyncio
import functools


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print(f"> {function.__name__}{args}")
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"< {function.__name__}")
    return wrapper


def limited(n):
    semaphore = asyncio.Semaphore(n)

    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            async with semaphore:
                return await function(*args)
        return wrapper
    return decorate


class either:
    """A decorator that is a class: falls back to a value."""

    def __init__(self, value, *errors):
        self.value, self.errors = value, errors

    def __call__(self, function):
        async def wrapper(*args):
            try:
                return await function(*args)
            except self.errors:
                return self.value
        return functools.update_wrapper(wrapper, function)


@either("nothing", ZeroDivisionError)
@limited(1)
@logged
async def share(cake, guests):
    """Shares a cake."""
    await asyncio.sleep(0)
    return cake / guests


async def main():
    print(await asyncio.gather(share(6, 3), share(1, 0), share(9, 2)))
    print(share.__name__, share.__doc__)
    try:
        await share("cake", 2)
    except TypeError as error:
        print(error)


asyncio.run(main())
