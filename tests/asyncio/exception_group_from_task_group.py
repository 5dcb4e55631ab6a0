import asyncio


async def fail(error, seconds):
    await asyncio.sleep(seconds)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("a"), 0))
            group.create_task(fail(KeyError("b"), 0))
            group.create_task(fail(OSError("late"), 10))
    except* ValueError as caught:
        print("values:", caught.exceptions)
    except* KeyError as caught:
        print("keys:", caught.exceptions, caught.message)
    else:
        print("never")
    finally:
        print("finally")


asyncio.run(main())
