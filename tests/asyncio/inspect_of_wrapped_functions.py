import asyncio
import functools
import inspect


def plain_wrapper(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


class Service:
    async def method(self):
        pass

    @classmethod
    async def of_class(cls):
        pass

    @staticmethod
    async def static():
        pass

    async def __call__(self):
        return "called"


@plain_wrapper
async def wrapped():
    return "wrapped"


async def main():
    s = Service()
    for f in wrapped, functools.partial(s.method), s.method, Service.of_class, s.static, s, s.__call__:
        print(inspect.iscoroutinefunction(f), asyncio.iscoroutinefunction(f))
    print(await wrapped(), wrapped.__name__, await s())


asyncio.run(main())
