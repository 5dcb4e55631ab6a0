import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            await condition.wait()
            print(name, "woken")
        except asyncio.CancelledError:
            print(name, "cancelled")
            raise


async def main():
    for notify_first in True, False:
        condition = asyncio.Condition()
        a, b = [asyncio.create_task(waiter(n, condition)) for n in "AB"]
        await asyncio.sleep(0)
        async with condition:
            if notify_first:
                condition.notify()
                a.cancel()
            else:
                a.cancel()
                condition.notify()
        await asyncio.sleep(0.02)
        print(a.done(), b.done())
        async with condition:
            condition.notify_all()
        await asyncio.wait([a, b])


asyncio.run(main())
