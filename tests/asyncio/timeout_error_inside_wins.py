import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02) as scope:
            raise KeyError("mine")
    except KeyError as error:
        print(repr(error), scope.expired())
    try:
        async with asyncio.timeout(0.02) as scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as error:
        print(repr(error), scope.expired(), repr(error.__context__))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
