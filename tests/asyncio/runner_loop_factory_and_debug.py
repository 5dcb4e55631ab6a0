import asyncio


def factory():
    print("a loop is made")
    return asyncio.new_event_loop()


async def main():
    return asyncio.get_running_loop().get_debug()


with asyncio.Runner(loop_factory=factory) as runner:
    print("entered")
    print(runner.run(main()))
    print(runner.run(main()))
with asyncio.Runner(debug=True) as runner:
    print(runner.run(main()))
