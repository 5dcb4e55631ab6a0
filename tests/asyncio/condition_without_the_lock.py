import asyncio


async def main():
    condition = asyncio.Condition()
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait_for(lambda: False)
    except RuntimeError as error:
        print(error)
    print(await condition.wait_for(lambda: "true at once"))
    for notify in condition.notify, condition.notify_all:
        try:
            notify()
        except RuntimeError as error:
            print(error)
    try:
        condition.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
