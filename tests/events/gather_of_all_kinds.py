"""gather: results in order, an exception as a result, and one that is let through."""
import asyncio


async def cook(n):
    await asyncio.sleep(n)
    if n == 2:
        raise RuntimeError("fell on the floor")
    return n


async def main():
    print(await asyncio.gather(cook(1), cook(2), return_exceptions=True))
    try:
        await asyncio.gather(cook(2), cook(3))
    except RuntimeError as error:
        print(error)


asyncio.run(main())
