import asyncio


def handler(loop, context):
    print(context["message"].split("(")[0], repr(context["exception"]))


def wrong(task):
    raise ValueError("callback")


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(asyncio.sleep(0, "value"))
    task.add_done_callback(lambda t: print("first"))
    task.add_done_callback(wrong)
    task.add_done_callback(lambda t: print("third"))
    print(await task)
    await asyncio.sleep(0)


asyncio.run(main())
