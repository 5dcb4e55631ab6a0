import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    handles = [loop.call_later(0.01 + n / 10000, fired.append, n) for n in range(400)]
    for n, handle in enumerate(handles):
        if n % 50:
            handle.cancel()
    await asyncio.sleep(0.1)
    print(fired)


asyncio.run(main())
