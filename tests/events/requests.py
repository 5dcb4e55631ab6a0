"""Two requests under way at once."""
import asyncio

import aiohttp


async def ask(session, url):
    async with session.get(url) as response:
        print(response.status)


async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(
            ask(session, "https://example.org/delay/1"),
            ask(session, "https://example.org/status/404"),
        )


asyncio.run(main())
