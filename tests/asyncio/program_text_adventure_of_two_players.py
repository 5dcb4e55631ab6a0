import asyncio
from enum import IntEnum


class Room(IntEnum):
    HALL = 1
    KITCHEN = 2
    CELLAR = 3


class World:
    def __init__(self):
        self.where, self.moved = {}, asyncio.Condition()
        self.key = asyncio.Lock()

    async def go(self, who, room):
        if room is Room.CELLAR:
            await self.key.acquire()
        async with self.moved:
            if self.where.get(who) is Room.CELLAR:
                self.key.release()
            self.where[who] = room
            print(f"{who} enters the {room.name.lower()}")
            self.moved.notify_all()

    async def meet(self, one, other):
        async with self.moved:
            await self.moved.wait_for(lambda: None is not self.where.get(one) is self.where.get(other))
            return self.where[one]


async def play(world, who, *rooms):
    for room in map(Room, rooms):
        await world.go(who, room)
        await asyncio.sleep(0)


async def main():
    world = World()
    meeting = asyncio.create_task(world.meet("Ann", "Bob"))
    await asyncio.gather(play(world, "Ann", 1, 3, 2), play(world, "Bob", 2, 3, 2))
    print("they met in the", (await meeting).name, sorted(world.where.items()))


asyncio.run(main())
