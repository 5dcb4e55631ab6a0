import asyncio
from contextlib import nullcontext, suppress


async def work(lock=None):
    async with lock or nullcontext() as value:
        print("working", value)


async def main():
    await work()
    await work(asyncio.Lock())
    async with nullcontext("given") as value:
        print(value)
    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(asyncio.sleep(1), 0.02)
    with suppress(ZeroDivisionError):
        await asyncio.sleep(0)
        1 / 0
    print("end")


asyncio.run(main())
