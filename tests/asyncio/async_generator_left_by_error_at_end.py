"""A task that fails in an `async for` leaves the generator to the loop before anybody else goes on."""
import asyncio


async def flow():
    try:
        yield 1
    finally:
        print("closed by", asyncio.current_task().get_name())


async def fails():
    async for x in flow():
        raise KeyError(x)


async def main():
    task = asyncio.create_task(fails())
    task.add_done_callback(lambda task: print("failed", repr(task.exception())))


asyncio.run(main())
