import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work("outer", 0.1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work("quick", 0.02))
                inner.create_task(work("bad", 0.04, ValueError("inner")))
                inner.create_task(work("slow", 0.06))
            print("not reached")
    except* ValueError as caught:
        print(repr(caught))


asyncio.run(main())
