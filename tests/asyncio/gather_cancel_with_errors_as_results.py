import asyncio


async def work(name, swallow):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is asked to stop")
        if not swallow:
            raise
    return name


async def main():
    future = asyncio.gather(work("a", True), work("b", False), work("c", True), return_exceptions=True)
    await asyncio.sleep(0)
    future.cancel("m")
    try:
        print("result", await future)
    except asyncio.CancelledError as error:
        print("cancelled all the same", error.args)


asyncio.run(main())
