import asyncio


class Limiter:
    def __init__(self, at_once):
        self.semaphore = asyncio.Semaphore(at_once)
        self.active = self.most = 0

    async def __aenter__(self):
        await self.semaphore.acquire()
        self.active += 1
        self.most = max(self.most, self.active)

    async def __aexit__(self, *exc):
        self.active -= 1
        self.semaphore.release()


async def fetch(page, limiter):
    async with limiter:
        await asyncio.sleep(0.02)
        if page % 4 == 3:
            raise ConnectionError(f"page {page}")
        return f"<html {page}>"


async def main():
    limiter = Limiter(3)
    pages = await asyncio.gather(*(fetch(p, limiter) for p in range(8)), return_exceptions=True)
    for page in pages:
        match page:
            case str(text):
                print("ok   ", text)
            case ConnectionError() as error:
                print("error", error)
    print("never more than", limiter.most, "at once; now", limiter.active)


asyncio.run(main())
