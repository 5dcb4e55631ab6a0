import asyncio


async def work():
    pass


async def main():
    for wrong in (3, None, work):
        for timeout in (1, 0, None):
            try:
                await asyncio.wait_for(wrong, timeout)
            except TypeError as error:
                print(str(error).split("'function'")[-1])


asyncio.run(main())
