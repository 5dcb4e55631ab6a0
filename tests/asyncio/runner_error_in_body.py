import asyncio


async def waiter():
    try:
        await asyncio.sleep(10)
    finally:
        print("waiter ends")


async def main():
    asyncio.create_task(waiter())
    await asyncio.sleep(0)


try:
    with asyncio.Runner() as runner:
        runner.run(main())
        print("then an error")
        raise KeyError("body")
except KeyError as error:
    print(repr(error))
