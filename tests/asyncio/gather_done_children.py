import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fine = loop.create_future()
    fine.set_result(1)
    bad = loop.create_future()
    bad.set_exception(ValueError("bad"))
    outer = asyncio.gather(fine, fine)
    print(outer.done())
    print(await outer)
    print(await asyncio.gather(bad, fine, return_exceptions=True))
    try:
        await asyncio.gather(fine, bad)
    except ValueError as error:
        print(repr(error))
    bad.cancel()
    dropped = loop.create_future()
    dropped.cancel("gone")
    try:
        await asyncio.gather(fine, dropped)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


asyncio.run(main())
