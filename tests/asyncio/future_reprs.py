import asyncio


class Wide:
    def __repr__(self):
        return "w" * 100


async def main():
    loop = asyncio.get_running_loop()
    for result in (None, 5, "text", [1, [2]], Wide(), {"k": "v" * 80}, list(range(100))):
        future = loop.create_future()
        future.set_result(result)
        print(future)
    for error in (ValueError("v"), KeyError(), OSError(2, "gone"), ValueError("x" * 100)):
        future = loop.create_future()
        future.set_exception(error)
        print(future)
        future.exception()
    future = loop.create_future()
    future.cancel("message")
    print(future, str(future) == repr(future))


asyncio.run(main())
