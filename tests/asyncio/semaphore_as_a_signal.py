import asyncio


async def cook(dishes, ready):
    for dish in "soup", "fish", "cake":
        await asyncio.sleep(0.02)
        dishes.append(dish)
        ready.release()


async def waiter(name, dishes, ready):
    await ready.acquire()
    print(name, "serves", dishes.pop(0))


async def main():
    dishes, ready = [], asyncio.Semaphore(0)
    await asyncio.gather(cook(dishes, ready), *(waiter(n, dishes, ready) for n in ("Ann", "Bob", "Cy")))


asyncio.run(main())
