import asyncio


async def gen():
    print((yield 1))


async def main():
    g = gen()
    try:
        await g.asend("too early")
    except TypeError as error:
        print(error)
    print(await g.asend(None))
    try:
        await g.asend("now")
    except StopAsyncIteration:
        print("end")


asyncio.run(main())
