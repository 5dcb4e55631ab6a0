import asyncio
from dataclasses import dataclass, field


@dataclass
class Elevator:
    floor: int = 0
    calls: set = field(default_factory=set)
    wanted: asyncio.Event = field(default_factory=asyncio.Event)
    doors: dict = field(default_factory=dict)
    log: list = field(default_factory=list)

    def call(self, floor):
        self.calls.add(floor)
        self.wanted.set()
        return self.doors.setdefault(floor, asyncio.Event())

    async def run(self):
        direction = 1
        while True:
            if not self.calls:
                self.wanted.clear()
                await self.wanted.wait()
            if not any((c - self.floor) * direction >= 0 for c in self.calls):
                direction = -direction
            if self.floor in self.calls:
                self.calls.remove(self.floor)
                self.log.append(f"[{self.floor}]")
                self.doors.pop(self.floor).set()
                await asyncio.sleep(0)
            else:
                self.floor += direction
                self.log.append(str(self.floor))
                await asyncio.sleep(0)


async def passenger(name, start, goal, elevator):
    await elevator.call(start).wait()
    elevator.log.append(f"{name} in")
    await elevator.call(goal).wait()
    elevator.log.append(f"{name} out")


async def main():
    elevator = Elevator()
    cabin = asyncio.create_task(elevator.run())
    await asyncio.gather(passenger("Ann", 0, 3, elevator), passenger("Bob", 4, 1, elevator),
                         passenger("Cy", 2, 4, elevator))
    cabin.cancel()
    print(*elevator.log)


asyncio.run(main())
