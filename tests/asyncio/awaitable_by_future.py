import asyncio


class Order:
    def __init__(self, dish):
        self.dish = dish
        self.ready = asyncio.get_running_loop().create_future()

    def __await__(self):
        return self.ready.__await__()

    def serve(self):
        self.ready.set_result(f"{self.dish}, hot")


async def guest(name, order):
    print(name, await order)


async def main():
    order = Order("soup")
    guests = [asyncio.create_task(guest(n, order)) for n in ("Ann", "Bob")]
    await asyncio.sleep(0)
    order.serve()
    await asyncio.gather(*guests)
    print(await order)


asyncio.run(main())
