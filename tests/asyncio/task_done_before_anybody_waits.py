import asyncio


async def quick(n):
    return n


async def main():
    tasks = [asyncio.create_task(quick(n)) for n in range(5)]
    await asyncio.sleep(0.02)
    print([task.done() for task in tasks])
    asyncio.get_running_loop().call_soon(print, "callback")
    for task in tasks:
        print(await task)
    print(await asyncio.gather(*tasks))
    await asyncio.sleep(0)


asyncio.run(main())
