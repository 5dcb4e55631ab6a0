import asyncio


class Kitchen:
    async def cook(self, dish):
        print("never", dish)


async def outer():
    async def inner():
        pass

    inner()
    Kitchen().cook("tea")
    asyncio.sleep(1)


asyncio.run(outer())
print("end")
