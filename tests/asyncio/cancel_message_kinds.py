import asyncio


async def main():
    for message in (None, "text", 5, ("a", "b"), ["l"]):
        task = asyncio.create_task(asyncio.sleep(10))
        await asyncio.sleep(0)
        task.cancel(msg=message)
        try:
            await task
        except asyncio.CancelledError as error:
            print(error.args, repr(error), str(error))


asyncio.run(main())
