import asyncio


class SingleFlight:
    def __init__(self):
        self.running = {}

    async def do(self, key, function):
        if (task := self.running.get(key)) is None:
            task = self.running[key] = asyncio.create_task(function(key))
            task.add_done_callback(lambda t: self.running.pop(key))
            shared = False
        else:
            shared = True
        return await asyncio.shield(task), shared


calls = 0


async def fetch(key):
    global calls
    calls += 1
    await asyncio.sleep(0.03)
    return f"{key}#{calls}"


async def main():
    flight = SingleFlight()
    print(await asyncio.gather(*(flight.do(k, fetch) for k in "aaba")))
    print(await flight.do("a", fetch), flight.running)
    impatient = asyncio.create_task(flight.do("c", fetch))
    patient = asyncio.create_task(flight.do("c", fetch))
    await asyncio.sleep(0)
    impatient.cancel()
    print(await patient, impatient.cancelled(), calls)


asyncio.run(main())
