import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0, "real"))
    try:
        task.set_result("other")
    except RuntimeError as error:
        print(error)
    try:
        task.set_exception(ValueError())
    except RuntimeError as error:
        print(error)
    print(await task)


asyncio.run(main())
