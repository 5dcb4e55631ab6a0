import asyncio


class Round:
    def __await__(self):
        sent = yield
        print("sent", sent)
        return "after a round"


async def main():
    asyncio.get_running_loop().call_soon(print, "callback")
    print(await Round())


asyncio.run(main())
