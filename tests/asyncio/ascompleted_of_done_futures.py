import asyncio


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    for n, future in enumerate(futures):
        future.set_result(n)
    results = []
    for future in asyncio.as_completed(futures):
        results.append(await future)
    print(sorted(results))
    print([future for future in asyncio.as_completed([])])
    results = [await future for future in asyncio.as_completed({futures[0], futures[0]})]
    print(results)


asyncio.run(main())
