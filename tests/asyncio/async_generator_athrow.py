import asyncio


async def gen():
    while True:
        try:
            yield "value"
        except ValueError as error:
            await asyncio.sleep(0)
            print("caught", error)
            yield "answer to the throw"
        finally:
            print("finally")


async def main():
    g = gen()
    print(await g.__anext__())
    print(await g.athrow(ValueError("one")))
    print(await g.__anext__())
    print(await g.athrow(ValueError))
    try:
        await g.athrow(KeyError("not caught"))
    except KeyError as error:
        print("out:", error)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("end")


asyncio.run(main())
