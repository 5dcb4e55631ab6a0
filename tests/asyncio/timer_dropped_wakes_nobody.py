"""A timer that is dropped wakes nobody, also when it was not the next to ring: whoever still waits for its
future waits on."""
import asyncio


async def flow():
    try:
        yield 0
        yield 1
    finally:
        print("sleeps", asyncio.current_task().get_name())
        await asyncio.sleep(0.01)
        print("slept")


async def asks(flow):
    """Both are cancelled within the generator: the second one ends the sleep of the first, and its timer."""
    print(await anext(flow))
    both = [asyncio.ensure_future(anext(flow, i)) for i in range(2)]
    for i, task in enumerate(both):
        task.set_name(f"ask {i}")
        task.cancel()
    for _ in range(2):
        done, pending = await asyncio.wait(both, timeout=0.05)
        print(sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending))
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*both, return_exceptions=True))


async def main():
    others = [asyncio.create_task(asyncio.sleep(0.01)) for _ in range(3)]
    await asks(flow())
    await asyncio.gather(*others)


asyncio.run(main())
