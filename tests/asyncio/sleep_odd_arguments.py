import asyncio
from fractions import Fraction


async def main():
    print(await asyncio.sleep(False, "false is no time"))
    print(await asyncio.sleep(Fraction(1, 50), "fraction"))
    for wrong in (None, "1", [1]):
        try:
            await asyncio.sleep(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
