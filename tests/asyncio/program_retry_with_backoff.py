import asyncio
import functools
import random


def retry(times, *, on=(Exception,), base=0.01):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return await function(*args, **kwargs)
                except on as error:
                    if attempt == times:
                        raise
                    pause = base * 2 ** (attempt - 1) * (1 + random.random())
                    print(f"  {error}; attempt {attempt}, pause {pause / base:.4f} times the base")
                    await asyncio.sleep(pause)
        return wrapper
    return decorate


failures = {"api": 2, "db": 9}


@retry(4, on=(ConnectionError, TimeoutError))
async def call(service):
    """Calls a service."""
    await asyncio.sleep(0)
    if failures[service] > 0:
        failures[service] -= 1
        raise ConnectionError(f"{service} is down")
    return f"{service}: ok"


async def main():
    random.seed(42)
    print(await call("api"))
    try:
        await call("db")
    except ConnectionError as error:
        print("gave up:", error)
    try:
        await call("nothing")
    except KeyError as error:
        print("not retried:", repr(error))
    print(call.__name__, "-", call.__doc__)


asyncio.run(main())
