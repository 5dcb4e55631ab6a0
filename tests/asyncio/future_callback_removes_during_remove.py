import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()

    class Sly:
        def __eq__(self, other):
            print("compared")
            return False

        def __call__(self, future):
            print("called")

    for _ in range(3):
        future.add_done_callback(Sly())
    print(future.remove_done_callback(Sly()))
    future.set_result(1)
    await asyncio.sleep(0)


asyncio.run(main())
