import asyncio


async def main(runner):
    coroutine = asyncio.sleep(0)
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        print(error)
    await coroutine


with asyncio.Runner() as runner:
    runner.run(main(runner))
    for thing in (1, None, "x"):
        try:
            runner.run(thing)
        except ValueError as error:
            print(error)
