import asyncio
from itertools import count


class Client:
    """Many requests over one wire; each reply finds its future by number."""

    def __init__(self, wire):
        self.wire, self.numbers, self.waiting = wire, count(1), {}

    async def call(self, method, *args):
        number = next(self.numbers)
        future = self.waiting[number] = asyncio.get_running_loop().create_future()
        await self.wire.put((number, method, args))
        try:
            return await future
        finally:
            del self.waiting[number]

    def reply(self, number, result=None, error=None):
        if (future := self.waiting.get(number)) is None or future.done():
            print("late reply", number)
        elif error:
            future.set_exception(error)
        else:
            future.set_result(result)


async def server(wire, client):
    methods = {"add": lambda *a: sum(a), "div": lambda a, b: a / b}
    waiting = []
    while len(waiting) < 4:
        waiting.append(await wire.get())
    for number, method, args in reversed(waiting):
        try:
            client.reply(number, methods[method](*args))
        except Exception as error:
            client.reply(number, error=error)


async def main():
    wire = asyncio.Queue()
    client = Client(wire)
    calls = [asyncio.create_task(client.call(*c))
             for c in (("add", 1, 2), ("div", 1, 0), ("pow", 2), ("add",))]
    serving = asyncio.create_task(server(wire, client))
    await asyncio.sleep(0)
    calls[3].cancel()
    for result in await asyncio.gather(*calls, return_exceptions=True):
        print(repr(result))
    await serving
    print(client.waiting)


asyncio.run(main())
