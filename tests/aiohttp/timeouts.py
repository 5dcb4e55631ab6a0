import asyncio

import aiohttp


async def ask(session, url, **options):
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with session.get(url, **options) as response:
            print(f"{response.status} after {loop.time() - begun:.1f} s")
    except asyncio.TimeoutError as error:
        print(f"{error!r} after {loop.time() - begun:.1f} s")


async def main():
    slow = "https://example.org/delay/3"
    print(aiohttp.ClientTimeout(total=2), aiohttp.ClientTimeout(total=2) == aiohttp.ClientTimeout(2))
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
        await ask(session, slow)
        await ask(session, slow, timeout=aiohttp.ClientTimeout(total=4))
        await ask(session, slow, timeout=aiohttp.ClientTimeout())
        await ask(session, slow, timeout=aiohttp.ClientTimeout(total=0))
        await ask(session, slow, timeout=1)
        await ask(session, slow, timeout=aiohttp.ClientTimeout(sock_read=1))
        await ask(session, slow, timeout=aiohttp.ClientTimeout(total=1, sock_read=2))
    connector = aiohttp.TCPConnector(limit=1)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(ask(session, slow), ask(session, slow, timeout=aiohttp.ClientTimeout(total=1)),
                             ask(session, slow, timeout=aiohttp.ClientTimeout(connect=2)),
                             ask(session, slow, timeout=aiohttp.ClientTimeout(total=5)),
                             ask(session, slow))
        async with asyncio.timeout(10):
            await ask(session, slow)
    try:
        await asyncio.wait_for(ask(session, slow), 1)
    except RuntimeError as error:
        print(error)
    try:
        aiohttp.ClientSession(timeout=3)
    except ValueError as error:
        print(error)


asyncio.run(main())
