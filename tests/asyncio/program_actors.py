import asyncio


class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue()
        self.task = asyncio.create_task(self._run(), name=type(self).__name__)

    def tell(self, *message):
        self.inbox.put_nowait((message, None))

    async def ask(self, *message):
        reply = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((message, reply))
        return await reply

    async def _run(self):
        while True:
            (name, *args), reply = await self.inbox.get()
            try:
                result = await getattr(self, f"on_{name}")(*args)
            except Exception as error:
                if reply:
                    reply.set_exception(error)
                else:
                    print("lost:", repr(error))
            else:
                if reply:
                    reply.set_result(result)

    async def stop(self):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


class Counter(Actor):
    value = 0

    async def on_add(self, n):
        self.value += n

    async def on_get(self):
        return self.value


class Doubler(Actor):
    def __init__(self, target):
        super().__init__()
        self.target = target

    async def on_add(self, n):
        self.target.tell("add", 2 * n)
        return await self.target.ask("get")


async def main():
    counter = Counter()
    doubler = Doubler(counter)
    counter.tell("add", 1)
    doubler.tell("add", 10)
    print(await doubler.ask("add", 100))
    counter.tell("add", "text")
    try:
        await counter.ask("fly")
    except AttributeError as error:
        print(error)
    await doubler.stop()
    await counter.stop()
    print(counter.value, counter.task.cancelled(), doubler.task.get_name())


asyncio.run(main())
