import asyncio


async def fail(name):
    raise ValueError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("child"))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise KeyError("body, on its way out")
    except ExceptionGroup as caught:
        print(repr(caught))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("child"))
            raise KeyError("body, before the child began")
    except ExceptionGroup as caught:
        print(repr(caught))


asyncio.run(main())
