import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        for n in (200, 201, 301, 404, 418, 500, 503):
            async with session.get(f"https://example.org/status/{n}") as response:
                print(response.status, response.reason, response.ok, repr(await response.text()))
                try:
                    response.raise_for_status()
                except aiohttp.ClientResponseError as error:
                    print("   ", type(error).__module__, error, error.status, error.message)
        try:
            async with session.get("https://example.org/status/204") as response:
                await response.json()
        except aiohttp.ContentTypeError as error:
            print(error)
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        try:
            await session.get("https://example.org/status/500")
        except aiohttp.ClientResponseError as error:
            print(error)
        print((await session.get("https://example.org/status/500", raise_for_status=False)).status)


asyncio.run(main())
