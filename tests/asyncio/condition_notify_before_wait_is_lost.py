import asyncio


async def main():
    condition = asyncio.Condition()
    async with condition:
        condition.notify()
        condition.notify_all()
    try:
        async with condition, asyncio.timeout(0.02):
            await condition.wait()
    except TimeoutError:
        print("nobody remembered the notification")


asyncio.run(main())
