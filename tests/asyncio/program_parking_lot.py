import asyncio


class ParkingLot:
    def __init__(self, places):
        self.places = asyncio.BoundedSemaphore(places)
        self.inside, self.turned_away = [], []

    async def park(self, car, stay, patience):
        try:
            await asyncio.wait_for(self.places.acquire(), patience)
        except asyncio.TimeoutError:
            self.turned_away.append(car)
            print(f"{car} gives up")
            return
        self.inside.append(car)
        print(f"{car} parks ({len(self.inside)} inside)")
        try:
            await asyncio.sleep(stay)
        finally:
            self.inside.remove(car)
            self.places.release()
            print(f"{car} leaves")


async def main():
    lot = ParkingLot(2)
    await asyncio.gather(
        lot.park("red", 0.4, 1), lot.park("blue", 0.15, 1), lot.park("green", 0.04, 0.07),
        lot.park("white", 0.05, 1), lot.park("black", 0.05, 1))
    print(lot.turned_away, lot.inside)
    try:
        lot.places.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
