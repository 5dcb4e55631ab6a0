import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for name, method in (("close", loop.close), ("run_forever", loop.run_forever)):
        try:
            method()
        except RuntimeError as error:
            print(name, "-", error)
    future = loop.create_future()
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print("run_until_complete -", error)
    print(loop.is_running(), loop.is_closed())


asyncio.run(main())
