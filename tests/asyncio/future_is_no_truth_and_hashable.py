import asyncio


async def main():
    loop = asyncio.get_running_loop()
    one, two = loop.create_future(), loop.create_future()
    print(one == two, one == one, bool(one), len({one, two, one}))
    table = {one: "first", two: "second"}
    two.set_result(0)
    print(table[one], table[two], bool(two))
    one.cancel()


asyncio.run(main())
