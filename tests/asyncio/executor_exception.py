import asyncio


def fails(text, number=0):
    raise ValueError(text, number)


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, fails, "executor")
    except ValueError as error:
        print(error.args)
    try:
        await asyncio.to_thread(fails, "thread", number=5)
    except ValueError as error:
        print(error.args)


asyncio.run(main())
