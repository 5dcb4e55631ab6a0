import asyncio


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    print(name, "ends")
    if error:
        raise error
    return name


async def main():
    try:
        await asyncio.gather(
            work("a", 0.02), work("b", 0.04, ValueError("b")), work("c", 0.06), work("d", 0.08, KeyError("d"))
        )
    except ValueError as error:
        print("caught", repr(error))
    print("the others go on")
    await asyncio.sleep(0.08)
    print("end")


asyncio.run(main())
