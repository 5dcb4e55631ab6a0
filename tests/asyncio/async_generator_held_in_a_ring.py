"""What run_until_complete raises holds its own task, and that what its frames held: only the loop's
shutdown closes such an async generator."""
import asyncio

async def flow(name):
    try:
        yield name
    finally:
        print("closed", name, asyncio.current_task().get_name())


async def main(name):
    mine = flow(name)
    await anext(mine)
    raise KeyError(name)


async def whole(name):
    return await asyncio.wait_for(main(name), 1)


for f in main, whole:
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(f(f.__name__))
    except KeyError as e:
        print(repr(e))
    loop.run_until_complete(asyncio.sleep(0.1))
    print("shutdown")
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
# Hangs on the collector: not for a build that collects at every allocation.
