import asyncio


class Order(asyncio.Future):
    def __init__(self, *args, **options):
        self.callbacks = 0
        super().__init__(*args, **options)

    def add_done_callback(self, callback, **options):
        self.callbacks += 1
        super().add_done_callback(callback, **options)


class Lazy(asyncio.Future):
    def __init__(self, **options):
        pass


async def waiter(future):
    print("waiter has", await future)


async def main():
    loop = asyncio.get_running_loop()
    order = Order(loop=loop)
    task = asyncio.create_task(waiter(order))
    await asyncio.sleep(0)
    print("callbacks", order.callbacks)
    order.set_result("the dish")
    await task
    try:
        Lazy(loop=loop).set_result(1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
