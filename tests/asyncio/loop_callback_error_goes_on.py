import asyncio


def handler(loop, context):
    print(context["message"].split("(")[0], "|", repr(context["exception"]), sorted(context))


def wrong():
    raise ValueError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(wrong)
    loop.call_soon(print, "next callback")
    loop.call_later(0.02, wrong)
    await asyncio.sleep(0.05)
    print("main goes on")


asyncio.run(main())
