import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://example.org/") as response:
            text = await response.text()
        print(await response.text() == text, (await response.json())["method"], response.closed)
        async with session.get("https://example.org/") as response:
            print(response.closed)
        try:
            await response.text()
        except aiohttp.ClientConnectionError as error:
            print(repr(error))
        response = await session.get("https://example.org/")
        await response.release()
        print(response.closed, repr(response), sep="\n")
        response = await session.get("https://example.org/")
        pieces = [len(piece) async for piece in response.content.iter_chunked(100)]
        print(pieces, response.content.at_eof())
        async for line in (await session.get("https://example.org/")).content:
            print(line)


asyncio.run(main())
