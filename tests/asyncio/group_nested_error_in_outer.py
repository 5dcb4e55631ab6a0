import asyncio


async def fail():
    await asyncio.sleep(0.02)
    raise ValueError("outer's child")


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner's child is cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail())
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(work())
                    await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("inner group is cancelled")
                raise
    except ExceptionGroup as caught:
        print(repr(caught))


asyncio.run(main())
