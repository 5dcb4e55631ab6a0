import asyncio
from enum import Enum


class Light(Enum):
    RED = "red"
    GREEN = "green"

    def other(self):
        return Light.RED if self is Light.GREEN else Light.GREEN


class Crossing:
    def __init__(self):
        self.changed = asyncio.Condition()
        self.lights = {"north": Light.GREEN, "east": Light.RED}
        self.log = []

    async def switch(self):
        async with self.changed:
            self.lights = {road: light.other() for road, light in self.lights.items()}
            self.log.append("-- " + ", ".join(f"{r} {l.value}" for r, l in self.lights.items()))
            self.changed.notify_all()

    async def cross(self, car, road):
        async with self.changed:
            if self.lights[road] is Light.RED:
                self.log.append(f"{car} waits in the {road}")
            await self.changed.wait_for(lambda: self.lights[road] is Light.GREEN)
            self.log.append(f"{car} crosses from the {road}")


async def main():
    crossing = Crossing()

    async def cars(road, *names):
        for name in names:
            await crossing.cross(name, road)
            await asyncio.sleep(0.06)

    async def timer():
        for _ in range(4):
            await asyncio.sleep(0.1)
            await crossing.switch()

    await asyncio.gather(timer(), cars("north", "N1", "N2", "N3"), cars("east", "E1", "E2", "E3"))
    print("\n".join(crossing.log))


asyncio.run(main())
