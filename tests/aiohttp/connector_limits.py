import asyncio

import aiohttp


async def fetch(session, url, n):
    loop = asyncio.get_running_loop()
    async with session.get(url) as response:
        print(f"{loop.time() - begun:.1f} s: {n} {response.status}")


async def several(connector, urls):
    global begun
    begun = asyncio.get_running_loop().time()
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(*[fetch(session, url, n) for n, url in enumerate(urls)])
    print(connector.closed)


async def main():
    await several(aiohttp.TCPConnector(limit=2), ["https://example.org/delay/1"] * 5)
    await several(aiohttp.TCPConnector(limit_per_host=1), [f"https://h{n % 2}.org/delay/1" for n in range(4)])
    await several(aiohttp.TCPConnector(limit=3, limit_per_host=2),
                  [f"https://{h}.org/delay/1" for h in "aaabbb"])
    loop = asyncio.get_running_loop()
    for connector, count in ((None, 100), (None, 101), (aiohttp.TCPConnector(limit=0), 300)):
        before = loop.time()
        async with aiohttp.ClientSession(connector=connector) as session:
            await asyncio.gather(*[session.get("https://example.org/delay/1") for _ in range(count)])
        print(count, f"{loop.time() - before:.1f}")
    # A place comes back from whoever is cancelled while he has it, or while he waits for one.
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        tasks = [asyncio.create_task(session.get("https://example.org/delay/1")) for _ in range(3)]
        await asyncio.sleep(0.5)
        tasks[0].cancel()
        tasks[1].cancel()
        print((await tasks[2]).status, f"{loop.time() - before:.1f}")


asyncio.run(main())
