import asyncio
import random


async def horse(name, speed, length):
    position = 0
    while position < length:
        await asyncio.sleep(0)
        position += speed
    return name


async def main():
    random.seed("derby")
    horses = {name: random.randint(2, 9) for name in ("Alma", "Bill", "Cleo", "Duke")}
    print(horses)
    tasks = [asyncio.create_task(horse(name, speed, 40)) for name, speed in horses.items()]
    for place, finish in enumerate(asyncio.as_completed(tasks), 1):
        print(f"{place}. {await finish}")


asyncio.run(main())
