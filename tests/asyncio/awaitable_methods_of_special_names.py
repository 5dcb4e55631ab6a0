import asyncio


class Remote:
    """Any method that is asked for can be called and awaited."""

    def __getattr__(self, name):
        async def call(*args):
            await asyncio.sleep(0)
            return f"{name}{args}"
        return call

    async def __call__(self, x):
        return f"called with {x}"

    async def __getitem__(self, key):
        return f"item {key}"


async def main():
    remote = Remote()
    print(await remote.open("door", 1), await remote.close())
    print(await remote(5), await remote["k"])
    print(await asyncio.gather(remote.a(), remote.b(2), remote["c"]))


asyncio.run(main())
