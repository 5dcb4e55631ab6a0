import asyncio
import sys


async def main():
    await asyncio.sleep(0)
    print("main leaves")
    sys.exit(3)


asyncio.run(main())
