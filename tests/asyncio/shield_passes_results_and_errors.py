import asyncio


async def work(result):
    await asyncio.sleep(0)
    if isinstance(result, Exception):
        raise result
    return result


async def main():
    print(await asyncio.shield(work(1)))
    try:
        await asyncio.shield(work(ValueError("v")))
    except ValueError as error:
        print(repr(error))
    task = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.shield(task)
    asyncio.get_running_loop().call_soon(task.cancel, "inner")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args, outer.cancelled())
    future = asyncio.get_running_loop().create_future()
    future.set_result(2)
    print(asyncio.shield(future) is future)


asyncio.run(main())
