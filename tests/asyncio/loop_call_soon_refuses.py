import asyncio


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    for wrong in (coroutine, 3, "print"):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(str(error).split("0x")[0])
    try:
        loop.call_later(None, print)
    except TypeError as error:
        print(error)
    try:
        loop.call_at(None, print)
    except TypeError as error:
        print(error)


asyncio.run(main())
