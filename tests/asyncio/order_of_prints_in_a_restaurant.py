import asyncio


async def dish(name, prepare, cook):
    print(f"{name}: prepare")
    await asyncio.sleep(prepare)
    print(f"{name}: in the oven")
    await asyncio.sleep(cook)
    print(f"{name}: ready")
    return name


async def main():
    served = await asyncio.gather(dish("pizza", 0.02, 0.1), dish("bread", 0.06, 0.02), dish("soup", 0.04, 0.1))
    print("served:", ", ".join(served))


asyncio.run(main())
