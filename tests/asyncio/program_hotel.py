import asyncio
from contextlib import asynccontextmanager


class Hotel:
    def __init__(self, **rooms):
        self.rooms = {kind: asyncio.BoundedSemaphore(n) for kind, n in rooms.items()}

    @asynccontextmanager
    async def room(self, kind, patience):
        async with asyncio.timeout(patience):
            await self.rooms[kind].acquire()
        try:
            yield f"{kind} room"
        finally:
            self.rooms[kind].release()


async def guest(name, hotel, kind, nights, patience):
    try:
        async with hotel.room(kind, patience) as room:
            print(f"{name} takes a {room}")
            await asyncio.sleep(nights)
        print(f"{name} leaves")
    except TimeoutError:
        print(f"{name} goes elsewhere")
    except KeyError as error:
        print(f"{name}: there is no {error}")


async def main():
    hotel = Hotel(single=1, double=2)
    async with asyncio.TaskGroup() as group:
        for args in (("Ann", "single", 0.1, 0.5), ("Bob", "single", 0.02, 0.05), ("Cy", "single", 0.03, 0.3),
                     ("Di", "suite", 1, 1), ("Ed", "double", 0.02, 0.02)):
            group.create_task(guest(args[0], hotel, *args[1:]))
    print({kind: s.locked() for kind, s in hotel.rooms.items()})


asyncio.run(main())
