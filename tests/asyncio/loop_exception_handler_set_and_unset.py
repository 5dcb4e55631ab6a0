import asyncio


def handler(loop, context):
    print("handled:", context["message"], context.get("exception"))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_exception_handler({"message": "by hand"})
    loop.call_exception_handler({"message": "with error", "exception": KeyError("k")})
    for wrong in (1, "handler", []):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
