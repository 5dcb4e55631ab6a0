import asyncio


async def once():
    await asyncio.sleep(0)
    return "once"


async def main():
    c = once()
    print(await c)
    try:
        await c
    except RuntimeError as error:
        print(error)
    c = once()
    task = asyncio.create_task(c)
    await asyncio.sleep(0)
    try:
        await c
    except RuntimeError as error:
        print(error)
    print(await task)


asyncio.run(main())
