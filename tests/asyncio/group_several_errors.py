import asyncio


async def fail(error):
    await asyncio.sleep(0)
    raise error


async def cleanup_fails(name):
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError(name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(cleanup_fails("cleanup"))
            group.create_task(fail(ValueError("first")))
            group.create_task(fail(TypeError("second")))
            group.create_task(cleanup_fails("cleanup"))
    except* ValueError as caught:
        print("ValueError:", caught.exceptions)
    except* KeyError as caught:
        print("KeyError:", caught.exceptions)
    except* Exception as caught:
        print("rest:", str(caught), caught.exceptions)


asyncio.run(main())
