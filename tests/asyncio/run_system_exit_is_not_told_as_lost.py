import asyncio
import sys


def told(loop, context):
    print("told:", context["message"], repr(context.get("exception")))


async def main(how):
    asyncio.get_running_loop().set_exception_handler(told)
    await asyncio.sleep(0)
    print("main leaves")
    if how == "exit":
        sys.exit(3)
    raise KeyboardInterrupt


for how in ("exit", "interrupt"):
    try:
        asyncio.run(main(how))
    except BaseException as error:
        print(how, repr(error))
asyncio.run(main("exit"))
