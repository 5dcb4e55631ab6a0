import asyncio


class Room:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await asyncio.sleep(0)
        print("left", args)


async def leave():
    async with Room():
        return "returned"


async def main():
    print(await leave())
    for i in range(3):
        async with Room():
            if i == 0:
                continue
            if i == 1:
                break
    print("after the loop", i)


asyncio.run(main())
