import asyncio
import time


async def dish(name, steps):
    for step, seconds in steps:
        print(f"{name}: {step}")
        await asyncio.sleep(seconds)
    print(f"{name}: ready")
    return name


async def main():
    start = time.perf_counter()
    dishes = await asyncio.gather(
        dish("pizza", [("oven", 0.3)]),
        dish("salad", [("wash", 0.06), ("dry", 0.06)]),
        dish("soup", [("boil", 0.18), ("simmer", 0.06)]),
    )
    elapsed = time.perf_counter() - start
    print("served:", dishes)
    print("one after the other it would have taken longer:", 0.3 <= elapsed < 0.66)


asyncio.run(main())
