import asyncio


class Counting(asyncio.Barrier):
    trips = 0

    async def wait(self):
        index = await super().wait()
        if index == self.parties - 1:
            self.trips += 1
        return index


async def main():
    barrier = Counting(2)
    for _ in range(3):
        async with asyncio.TaskGroup() as group:
            group.create_task(barrier.wait())
            async with barrier as index:
                print("main is", index)
    print(barrier.trips, barrier.broken)


asyncio.run(main())
