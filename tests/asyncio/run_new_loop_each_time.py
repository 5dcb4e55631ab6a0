import asyncio

loops = []


async def main():
    loop = asyncio.get_running_loop()
    loops.append(loop)
    print(loop.is_running(), loop.is_closed())


asyncio.run(main())
asyncio.run(main())
print(loops[0] is loops[1], [loop.is_closed() for loop in loops], [loop.is_running() for loop in loops])
