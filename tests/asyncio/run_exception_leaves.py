import asyncio


class Burnt(Exception):
    pass


async def cook():
    try:
        await asyncio.sleep(0)
        raise Burnt("black", 3)
    finally:
        print("tidy")


try:
    asyncio.run(cook())
except Burnt as error:
    print("left run:", error.args)
print("and on")
