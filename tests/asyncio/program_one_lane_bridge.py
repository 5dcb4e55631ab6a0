import asyncio


class Bridge:
    """Cars of one direction at a time, at most two."""

    def __init__(self):
        self.free = asyncio.Condition()
        self.direction, self.cars = None, 0

    async def enter(self, direction):
        async with self.free:
            await self.free.wait_for(
                lambda: self.cars == 0 or (self.direction == direction and self.cars < 2))
            self.direction = direction
            self.cars += 1

    async def leave(self):
        async with self.free:
            self.cars -= 1
            self.free.notify_all()


async def car(name, direction, bridge, log):
    await bridge.enter(direction)
    log.append(f"{name}{direction}({bridge.cars})")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await bridge.leave()


async def main():
    bridge, log = Bridge(), []
    cars = [(f"c{i}", "><"[i % 3 == 0]) for i in range(8)]
    await asyncio.gather(*(car(n, d, bridge, log) for n, d in cars))
    print(*log)
    print(bridge.cars, len(log))


asyncio.run(main())
