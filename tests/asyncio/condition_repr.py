import asyncio
import re


def show(thing):
    print(re.sub(r"0x[0-9a-f]+", "0x…", repr(thing)))


async def main():
    condition = asyncio.Condition()
    show(condition)

    async def waiter():
        async with condition:
            await condition.wait()

    tasks = [asyncio.create_task(waiter()) for _ in range(2)]
    await asyncio.sleep(0)
    show(condition)
    async with condition:
        show(condition)
        condition.notify()
        show(condition)
    await asyncio.sleep(0.02)
    show(condition)
    async with condition:
        condition.notify()
    await asyncio.wait(tasks)
    show(condition)


asyncio.run(main())
