import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for n in range(1, 9):
        order = []
        when = loop.time() + 0.02
        for i in range(n):
            loop.call_at(when, order.append, i)
        await asyncio.sleep(0.04)
        print(n, order)             # a heap does not keep equals in their order


asyncio.run(main())
