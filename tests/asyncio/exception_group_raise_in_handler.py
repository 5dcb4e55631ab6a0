import asyncio


async def fail(error):
    raise error


async def main():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(ValueError("a")))
        except* ValueError as caught:
            raise RuntimeError("in the handler") from caught
    except Exception as error:
        print(repr(error), "<-", repr(error.__cause__))
    try:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail(ValueError("a")))
                group.create_task(fail(KeyError("b")))
        except* ValueError as caught:
            raise RuntimeError("in the handler")
    except Exception as error:
        print(repr(error))
    try:
        try:
            raise KeyError("bare")
        except* KeyError as caught:
            print(repr(caught))
            raise
    except Exception as error:
        print("again:", repr(error))


asyncio.run(main())
