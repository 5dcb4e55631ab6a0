import asyncio


async def main():
    event, order = asyncio.Event(), []

    async def waiter(i):
        await event.wait()
        order.append(i)

    tasks = [asyncio.create_task(waiter(i)) for i in range(1000)]
    await asyncio.sleep(0)
    print("waiters:1000" in repr(event))
    event.set()
    await asyncio.sleep(0)
    print(order == list(range(1000)), all(t.done() for t in tasks))


asyncio.run(main())
