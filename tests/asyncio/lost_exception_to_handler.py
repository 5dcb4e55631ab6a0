import asyncio


async def fail():
    raise ValueError("lost")


def handler(loop, context):
    print(context["message"], repr(context["exception"]), sorted(context), context["future"].get_name())


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(fail(), name="lost")
    await asyncio.wait([task])
    print("before del")
    del task
    print("after del")


asyncio.run(main())
