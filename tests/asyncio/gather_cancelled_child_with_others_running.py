import asyncio


async def gives_up(n):
    await asyncio.sleep(0.02)
    raise asyncio.CancelledError(n)


async def work(n):
    await asyncio.sleep(0.06)
    return n


async def main():
    other = asyncio.create_task(work(1))
    try:
        await asyncio.gather(gives_up(7), other)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, other.done(), asyncio.current_task().cancelling())
    print(await other)


asyncio.run(main())
