import asyncio


async def gen():
    try:
        while True:
            yield "value"
    except asyncio.CancelledError:
        print("generator cancelled")
        raise
    finally:
        print("generator over")


async def main():
    g = gen()
    print(await anext(g))
    try:
        await g.athrow(asyncio.CancelledError("by hand"))
    except asyncio.CancelledError as error:
        print("out:", error.args)
    print(asyncio.current_task().cancelling(), await anext(g, "nothing left"))


asyncio.run(main())
