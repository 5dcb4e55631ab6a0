import asyncio


class TokenBucket:
    """At most `capacity` at once; one more token every `period` seconds."""

    def __init__(self, capacity, period):
        self.tokens = asyncio.Semaphore(capacity)
        self.capacity, self.period = capacity, period
        self.spent = 0

    async def refill(self):
        while True:
            await asyncio.sleep(self.period)
            if self.spent:
                self.spent -= 1
                self.tokens.release()

    async def take(self):
        await self.tokens.acquire()
        self.spent += 1

    async def __aenter__(self):
        self.task = asyncio.create_task(self.refill())
        return self

    async def __aexit__(self, *args):
        self.task.cancel()
        await asyncio.wait([self.task])


async def main():
    log = []
    async with TokenBucket(2, 0.08) as bucket:

        async def request(i):
            await bucket.take()
            log.append(i)

        tasks = [asyncio.create_task(request(i)) for i in range(4)]
        for _ in range(3):
            await asyncio.sleep(0.08 if log else 0.04)
            print("served so far:", log)
        await asyncio.gather(*tasks)
    print("refill stopped:", bucket.task.cancelled())


asyncio.run(main())
