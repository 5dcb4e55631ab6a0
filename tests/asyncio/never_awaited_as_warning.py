import asyncio
import warnings


async def cook():
    pass


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for _ in range(2):
            cook()
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.lineno)


asyncio.run(main())
