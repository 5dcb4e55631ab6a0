import asyncio


async def main():
    loop = asyncio.get_running_loop()

    def outer():
        print("outer")
        loop.call_soon(print, "inner")

    loop.call_soon(outer)
    loop.call_soon(print, "beside")
    for n in range(3):
        print("round", n)
        await asyncio.sleep(0)


asyncio.run(main())
