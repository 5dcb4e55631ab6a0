import asyncio


async def work():
    await asyncio.sleep(0)
    raise KeyError("burnt")


async def main():
    for timeout in (1, None):
        try:
            await asyncio.wait_for(work(), timeout)
        except KeyError as error:
            print(repr(error), error.__context__)
    dropped = asyncio.create_task(asyncio.sleep(10))
    asyncio.get_running_loop().call_soon(dropped.cancel, "by another")
    try:
        await asyncio.wait_for(dropped, 1)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


asyncio.run(main())
