import asyncio


async def main():
    loop = asyncio.get_running_loop()
    when = loop.time() + 0.02
    order = []
    for n in range(8):
        loop.call_at(when, order.append, n)
    await asyncio.sleep(0.05)
    print(order)


asyncio.run(main())
