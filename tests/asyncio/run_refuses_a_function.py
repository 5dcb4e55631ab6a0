import asyncio
import re


async def main():
    pass


try:
    asyncio.run(main)
except ValueError as error:
    print(re.sub("0x[0-9a-f]+", "0x", str(error)))
