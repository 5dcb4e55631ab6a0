import asyncio


async def work():
    return 1


async def main():
    for wrong in (None, 3, "text", [1], work, print, (n for n in range(2))):
        try:
            await wrong
        except TypeError as error:
            print(error)


asyncio.run(main())
