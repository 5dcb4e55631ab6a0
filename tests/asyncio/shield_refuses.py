import asyncio


async def main():
    for wrong in (1, None, "x", print):
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
