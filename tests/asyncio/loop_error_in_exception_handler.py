import asyncio


def handler(loop, context):
    print("handler is called:", context["message"].split(" at ")[0])
    raise RuntimeError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    loop.call_exception_handler({"message": "second"})
    loop.call_soon(lambda: 1 // 0)
    await asyncio.sleep(0)
    print("main goes on")


asyncio.run(main())
