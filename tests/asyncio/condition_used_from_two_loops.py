import asyncio
import re

condition = asyncio.Condition()


async def use():
    async def waiter():
        async with condition:
            await condition.wait()

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    try:
        print(await task)
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x…", str(error)))


asyncio.run(use())
asyncio.run(use())
print(condition.locked())
