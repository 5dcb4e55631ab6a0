import asyncio
import inspect


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name):
        def decorate(handler):
            self.handlers.setdefault(name, []).append(handler)
            return handler
        return decorate

    async def emit(self, name, **data):
        results = []
        for handler in self.handlers.get(name, []):
            result = handler(**data)
            if inspect.isawaitable(result):
                result = await result
            results.append(result)
        return results


bus = Bus()


@bus.on("order")
def log_order(dish, **_):
    return f"logged {dish}"


@bus.on("order")
async def cook(dish, table=0):
    await asyncio.sleep(0)
    await bus.emit("cooked", dish=dish, table=table)
    return f"cooked {dish}"


@bus.on("cooked")
@bus.on("spilled")
async def serve(dish, table):
    print(f"table {table}: {dish}")


async def main():
    print(await bus.emit("order", dish="tea", table=3))
    print(await bus.emit("nobody listens"))
    try:
        await bus.emit("spilled", dish="soup")
    except TypeError as error:
        print(error)


asyncio.run(main())
