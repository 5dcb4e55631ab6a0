import asyncio
import traceback


def raise_it():
    raise ValueError("v")


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        raise_it()
    except ValueError as error:
        future.set_exception(error)
    for _ in range(2):
        try:
            future.result()
        except ValueError as error:
            print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


asyncio.run(main())
