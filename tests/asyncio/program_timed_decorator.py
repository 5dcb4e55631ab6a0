import asyncio
import functools
import time


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            wrapper.calls += 1
            wrapper.total += time.perf_counter() - start
    wrapper.calls, wrapper.total = 0, 0.0
    return wrapper


@timed
async def cook(seconds):
    """Cooks for a while."""
    await asyncio.sleep(seconds)
    if seconds > 0.05:
        raise ValueError("burnt")
    return seconds


async def main():
    print(await asyncio.gather(cook(0.02), cook(0.04), cook(0.06), return_exceptions=True))
    print(cook.calls, 0.11 < cook.total < 0.5, cook.__name__, cook.__doc__, cook.__wrapped__ is not cook)


asyncio.run(main())
