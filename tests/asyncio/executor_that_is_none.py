"""What is no executor is refused."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(5, print)
    except AttributeError as e:
        print(e)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(print, 1)
    except RuntimeError as e:
        print(e)
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)


asyncio.run(main())
