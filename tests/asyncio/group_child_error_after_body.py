import asyncio


async def fail():
    await asyncio.sleep(0.02)
    raise ValueError("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            other = group.create_task(asyncio.sleep(10))
            print("body ends")
    except ExceptionGroup as caught:
        print(caught, caught.exceptions, repr(caught.__cause__), caught.__suppress_context__)
    print(other.cancelled())


asyncio.run(main())
