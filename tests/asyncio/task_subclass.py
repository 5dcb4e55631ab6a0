import asyncio


class Loud(asyncio.Task):
    def __init__(self, coro, **options):
        super().__init__(coro, **options)
        print("made", self.get_name())

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)


async def work():
    await asyncio.sleep(10)


async def main():
    task = Loud(work(), name="loud")
    await asyncio.sleep(0)
    print(task.cancel("enough"))
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled(), isinstance(task, asyncio.Task))


asyncio.run(main())
