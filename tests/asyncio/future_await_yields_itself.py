import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    steps = future.__await__()
    yielded = next(steps)
    print(yielded is future)
    try:
        next(steps)
    except RuntimeError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    steps = future.__await__()
    next(steps)
    future.set_result("value")
    try:
        steps.send(None)
    except StopIteration as stop:
        print(stop.value)
    try:
        next(iter(future))
    except StopIteration as stop:
        print("done at once:", stop.value)


asyncio.run(main())
