import asyncio


async def down(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await down(n - 1)


async def fail(n):
    if n == 0:
        await asyncio.sleep(0)
        raise ValueError("bottom")
    try:
        await fail(n - 1)
    except ValueError as error:
        error.args += (n,) if n % 50 == 0 else ()
        raise


async def main():
    print(await down(200))
    try:
        await fail(150)
    except ValueError as error:
        print(error.args)


asyncio.run(main())
