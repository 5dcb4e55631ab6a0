import asyncio


def handler(loop, context):
    error = context["exception"]
    print(context["message"].split(" <")[0], type(error).__name__, str(error).split(" <")[0])


async def work():
    print("never begins")


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    coroutine = work()
    task = asyncio.create_task(coroutine)
    asyncio.Future.set_result(task, "forced")
    print(await task)
    await asyncio.sleep(0)
    coroutine.close()


asyncio.run(main())
