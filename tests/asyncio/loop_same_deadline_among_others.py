import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    order = []
    for n in range(12):
        loop.call_at(now + 0.01 * (1 + n % 3), order.append, n)
    await asyncio.sleep(0.08)
    print(order)
    order.clear()
    now = loop.time()
    handles = [loop.call_at(now + 0.02, order.append, n) for n in range(10)]
    for n in (0, 3, 4, 8):
        handles[n].cancel()
    await asyncio.sleep(0.05)
    print(order)


asyncio.run(main())
