import asyncio


async def inner():
    await asyncio.sleep(10)


async def outer():
    await inner()


async def fails():
    raise ValueError


async def main():
    task = asyncio.create_task(outer())
    print([frame.f_code.co_name for frame in task.get_stack()])
    await asyncio.sleep(0)
    stack = task.get_stack()
    print([(frame.f_code.co_name, frame.f_lineno) for frame in stack])
    task.cancel()
    failed = asyncio.create_task(fails())
    await asyncio.wait([task, failed])
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([(frame.f_code.co_name, frame.f_lineno) for frame in failed.get_stack()])
    failed.exception()
    mine = asyncio.current_task().get_stack(limit=1)
    print([(frame.f_code.co_name, frame.f_lineno) for frame in mine])


asyncio.run(main())
