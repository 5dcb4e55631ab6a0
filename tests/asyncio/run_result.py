import asyncio


async def cook(dish):
    await asyncio.sleep(0)
    return dish.upper()


print(asyncio.run(cook("tea")))
print(asyncio.run(cook("soup")))
print(asyncio.run(asyncio.sleep(0, "a value")))
print(asyncio.run(asyncio.sleep(0)))
