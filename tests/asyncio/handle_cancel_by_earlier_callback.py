import asyncio


async def main():
    loop = asyncio.get_running_loop()
    handles = []

    def drop(n):
        print("callback", n, "drops", n + 1)
        if n + 1 < len(handles):
            handles[n + 1].cancel()

    for n in range(5):
        handles.append(loop.call_soon(drop, n))
    await asyncio.sleep(0)
    print([handle.cancelled() for handle in handles])


asyncio.run(main())
