import asyncio


class Debounce:
    """Calls the function once things have been quiet for a while."""

    def __init__(self, quiet, function):
        self.quiet, self.function, self.timer = quiet, function, None

    def __call__(self, *args):
        if self.timer:
            self.timer.cancel()
        self.timer = asyncio.get_running_loop().call_later(self.quiet, self.function, *args)


async def main():
    loop = asyncio.get_running_loop()
    searched = []
    search = Debounce(0.1, searched.append)
    typed = ""
    for letter in "lock":
        typed += letter
        search(typed)
        await asyncio.sleep(0.02)
    print("typed:", searched)
    await asyncio.sleep(0.15)
    print("quiet:", searched)
    search("again")
    print(search.timer.cancelled(), search.timer.when() > loop.time())
    search.timer.cancel()
    print(search.timer.cancelled())
    await asyncio.sleep(0.15)
    print("cancelled:", searched)


asyncio.run(main())
