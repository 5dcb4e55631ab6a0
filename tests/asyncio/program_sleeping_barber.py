import asyncio


class Shop:
    def __init__(self, chairs):
        self.chairs = chairs
        self.waiting = asyncio.Queue(chairs)
        self.log = []

    async def barber(self):
        while True:
            if self.waiting.empty():
                self.log.append("barber sleeps")
            customer, finished = await self.waiting.get()
            self.log.append(f"cuts {customer}")
            await asyncio.sleep(0.15)
            finished.set()

    async def customer(self, name):
        finished = asyncio.Event()
        try:
            self.waiting.put_nowait((name, finished))
        except asyncio.QueueFull:
            self.log.append(f"{name} finds no chair")
            return False
        await finished.wait()
        self.log.append(f"{name} is beautiful")
        return True


async def main():
    shop = Shop(2)
    barber = asyncio.create_task(shop.barber())
    await asyncio.sleep(0)
    visits = [asyncio.create_task(shop.customer(n)) for n in ("Ann", "Bob", "Cy")]
    await asyncio.sleep(0.075)
    visits += [asyncio.create_task(shop.customer(n)) for n in ("Di", "Ed")]
    print(await asyncio.gather(*visits))
    barber.cancel()
    print("\n".join(shop.log))


asyncio.run(main())
