import asyncio


async def main():
    for make in asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Queue:
        thing = make()
        thing.name = "named"
        print(thing.name, getattr(thing, "other", None), "name" in vars(thing))
        del thing.name
        print(hasattr(thing, "name"), bool(thing), thing == thing, thing != make())
        print(len({thing, make(), thing}))


asyncio.run(main())
