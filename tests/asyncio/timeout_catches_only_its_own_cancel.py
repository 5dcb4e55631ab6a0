import asyncio


async def gives_up():
    raise asyncio.CancelledError("of its own")


async def main():
    try:
        async with asyncio.timeout(0.02) as scope:
            await gives_up()
    except asyncio.CancelledError as error:
        print("cancelled", error.args, scope.expired())
    try:
        async with asyncio.timeout(0.02) as scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise asyncio.CancelledError("another")
    except TimeoutError as error:
        print("timeout", repr(error.__cause__))
    try:
        async with asyncio.timeout(1):
            raise TimeoutError("by hand")
    except TimeoutError as error:
        print(error.args)


asyncio.run(main())
