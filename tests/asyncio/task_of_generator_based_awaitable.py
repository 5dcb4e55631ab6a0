import asyncio


class Dish:
    def __await__(self):
        print("waiting for the dish")
        yield
        print("waiting more")
        yield from asyncio.sleep(0.02).__await__()
        return "served"


async def main():
    print(await Dish())
    task = asyncio.ensure_future(Dish())
    print(type(task).__name__, await task)
    print(await asyncio.gather(Dish(), Dish()))
    print(await asyncio.wait_for(Dish(), 1))


asyncio.run(main())
