import asyncio


async def numbers():
    try:
        yield 1
        yield 2
        raise ValueError("three")
    finally:
        print("iterator closed")


async def main():
    got = []
    try:
        async for n in numbers():
            got.append(n)
    except ValueError as error:
        print(got, error)


asyncio.run(main())
