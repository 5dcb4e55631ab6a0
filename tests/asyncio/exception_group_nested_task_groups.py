import asyncio


async def fail(error):
    raise error


async def team(*errors):
    async with asyncio.TaskGroup() as group:
        for error in errors:
            group.create_task(fail(error))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(team(ValueError("a"), KeyError("b")))
            group.create_task(team(ValueError("c")))
    except* ValueError as caught:
        print(repr(caught))
    except* KeyError as caught:
        print(repr(caught))


asyncio.run(main())
