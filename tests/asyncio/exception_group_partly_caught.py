import asyncio


async def fail(error):
    raise error


async def main():
    try:
        try:
            async with asyncio.TaskGroup() as group:
                for error in ValueError(1), TypeError(2), ValueError(3):
                    group.create_task(fail(error))
        except* ValueError as caught:
            print("caught", caught.exceptions)
    except ExceptionGroup as rest:
        print("left over", rest, rest.exceptions)


asyncio.run(main())
