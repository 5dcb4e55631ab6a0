import asyncio


async def work(n):
    await asyncio.sleep(0.01 * (n % 3))
    if n % 2:
        raise ValueError(n)
    if n % 3 == 0:
        raise KeyError(n)
    return n


async def main():
    results = await asyncio.gather(*(work(n) for n in range(8)), return_exceptions=True)
    errors = [result for result in results if isinstance(result, Exception)]
    try:
        raise ExceptionGroup("all errors", errors)
    except* ValueError as group:
        print("values", [error.args[0] for error in group.exceptions])
    except* KeyError as group:
        print("keys", [error.args[0] for error in group.exceptions])
    print([result for result in results if not isinstance(result, Exception)])


asyncio.run(main())
