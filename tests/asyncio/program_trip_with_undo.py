import asyncio


class Saga:
    def __init__(self):
        self.undo = []

    async def step(self, name, action, undo):
        try:
            await action
        except Exception as error:
            print(f"{name} failed: {error}")
            raise
        print(f"{name} booked")
        self.undo.append((name, undo))

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            return False
        while self.undo:
            name, undo = self.undo.pop()
            try:
                await undo()
                print(f"{name} undone")
            except Exception as trouble:
                print(f"{name} could not be undone: {trouble!r}")
        return issubclass(kind, BookingError)


class BookingError(Exception):
    pass


async def book(what, works=True):
    await asyncio.sleep(0)
    if not works:
        raise BookingError(f"no {what} left")


async def cancel(refundable=True):
    await asyncio.sleep(0)
    assert refundable, "not refundable"


async def trip(hotel_free):
    async with Saga() as saga:
        await saga.step("train", book("seat"), cancel)
        await saga.step("museum", book("ticket"), lambda: cancel(refundable=False))
        await saga.step("hotel", book("room", hotel_free), cancel)
        return "have a nice trip"
    return "stay at home"


for hotel_free in True, False:
    print("=>", asyncio.run(trip(hotel_free)))
