import asyncio


async def baker(orders, log):
    while True:
        urgency, number, what = await orders.get()
        log.append(what)
        await asyncio.sleep(0.08)
        orders.task_done()


async def main():
    orders, log = asyncio.PriorityQueue(), []
    numbers = iter(range(100))

    def order(what, urgency=5):
        orders.put_nowait((urgency, next(numbers), what))

    work = asyncio.create_task(baker(orders, log))
    for what in "bread", "rolls", "cake":
        order(what)
    await asyncio.sleep(0.04)
    order("wedding cake", urgency=1)
    order("croissant", urgency=3)
    await orders.join()
    work.cancel()
    print(log)


asyncio.run(main())
