import asyncio


async def gather_errors(*errors):
    async def fail(error):
        raise error
    results = await asyncio.gather(*map(fail, errors), return_exceptions=True)
    raise ExceptionGroup("several", results)


async def main():
    try:
        await gather_errors(ValueError(1), KeyError(2), IndexError(3))
    except ExceptionGroup as group:
        print(group, len(group.exceptions))
        match, rest = group.split(LookupError)
        print(match.exceptions, rest.exceptions)
        print(group.subgroup(lambda e: e.args == (1,)))
        print(group.subgroup(OSError), group.derive([ValueError(9)]))


asyncio.run(main())
