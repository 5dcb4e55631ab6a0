import asyncio


async def enter():
    async with asyncio.timeout(1):
        print("not here")


coroutine = enter()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)


async def main():
    def callback():
        coroutine = enter()
        try:
            coroutine.send(None)
        except RuntimeError as error:
            print(error)

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0)


asyncio.run(main())
