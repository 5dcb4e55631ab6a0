import asyncio


class Server:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.jobs = set()

    def accept(self, n):
        if self.stopping.is_set():
            print(f"request {n} refused")
            return
        task = asyncio.create_task(self.handle(n), name=f"request-{n}")
        self.jobs.add(task)
        task.add_done_callback(self.jobs.discard)

    async def handle(self, n):
        try:
            await asyncio.sleep(0.1 * n)
            print(f"request {n} answered")
        except asyncio.CancelledError:
            print(f"request {n} cut off")
            raise

    async def stop(self, grace):
        self.stopping.set()
        print("stopping,", len(self.jobs), "open")
        done, pending = await asyncio.wait(self.jobs, timeout=grace)
        for task in sorted(pending, key=asyncio.Task.get_name):
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        print(len(done), "finished,", len(pending), "cut off")


async def main():
    server = Server()
    for n in range(1, 6):
        server.accept(n)
    await asyncio.sleep(0.15)
    stopping = asyncio.create_task(server.stop(0.2))
    await asyncio.sleep(0)
    server.accept(6)
    await stopping


asyncio.run(main())
