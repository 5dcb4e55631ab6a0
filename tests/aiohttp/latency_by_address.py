import asyncio

import aiohttp


async def main():
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session:
        for end in ("delay/3", "delay/0.5", "delay/0", "delay/x", "delay/2/", "delay/1?why=not", "get", ""):
            begun = loop.time()
            async with session.get(f"https://example.org/{end}") as response:
                print(f"{end:16} {response.status} after {loop.time() - begun:.1f} s")
        begun = loop.time()
        await asyncio.gather(*[session.get(f"https://example.org/delay/{n}") for n in (3, 1, 2)])
        print(f"together: {loop.time() - begun:.1f} s")


asyncio.run(main())
