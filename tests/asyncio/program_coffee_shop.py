import asyncio

MINUTES = {"espresso": 0.02, "latte": 0.06, "tea": 0.04}


class Barista:
    served = 0

    def __init__(self, name, orders, machine):
        self.name, self.orders, self.machine = name, orders, machine

    async def work(self):
        while True:
            customer, drink = await self.orders.get()
            if drink != "tea":
                async with self.machine:
                    await asyncio.sleep(MINUTES[drink])
            else:
                await asyncio.sleep(MINUTES[drink])
            print(f"{self.name} hands {customer} a {drink}")
            Barista.served += 1
            self.orders.task_done()


async def main():
    orders, machine = asyncio.Queue(), asyncio.Lock()
    for order in ("Ann", "latte"), ("Bob", "tea"), ("Cy", "espresso"), ("Di", "tea"):
        orders.put_nowait(order)
    staff = [asyncio.create_task(Barista(n, orders, machine).work()) for n in ("Max", "Lea")]
    await orders.join()
    for s in staff:
        s.cancel()
    print("served:", Barista.served)


asyncio.run(main())
