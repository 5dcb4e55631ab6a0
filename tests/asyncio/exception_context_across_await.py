import asyncio


async def fails(name):
    await asyncio.sleep(0)
    raise KeyError(name)


def chain(error):
    links = []
    while error:
        links.append(repr(error))
        error = error.__cause__ or error.__context__
    return " <- ".join(links)


async def main():
    try:
        try:
            await fails("first")
        except KeyError:
            await fails("second, awaited while handling the first")
    except KeyError as error:
        print(chain(error))
    try:
        try:
            await fails("first")
        except KeyError:
            await asyncio.create_task(fails("in a task of its own"))
    except KeyError as error:
        print(chain(error))
    try:
        try:
            await fails("low")
        except KeyError as error:
            raise RuntimeError("high") from error
    except RuntimeError as error:
        print(chain(error), error.__suppress_context__)
    try:
        try:
            await fails("hidden")
        finally:
            await fails("in finally")
    except KeyError as error:
        print(chain(error))


asyncio.run(main())
