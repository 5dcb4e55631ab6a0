import asyncio


def handler(loop, context):
    print("seen:", context["message"])
    loop.default_exception_handler(context)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first", "table": 4})
    loop.call_exception_handler({"message": "second"})


asyncio.run(main())
