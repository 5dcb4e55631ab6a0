import asyncio


async def work():
    me = asyncio.current_task()
    me.set_name("me")
    try:
        await me
    except RuntimeError as error:
        print(str(error).split(":")[0])
    await asyncio.sleep(0)
    return "all right"


async def main():
    print(await asyncio.create_task(work()))


asyncio.run(main())
