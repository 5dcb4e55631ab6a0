import asyncio


class Same:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __call__(self, future):
        print("called", self.name)


async def main():
    future = asyncio.get_running_loop().create_future()
    print(future.remove_done_callback(print))
    for name in "abaab":
        future.add_done_callback(Same(name))
    print(future.remove_done_callback(Same("a")))
    future.set_result(None)
    print(future.remove_done_callback(Same("b")))
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
