import asyncio

import aiohttp


async def main():
    async with aiohttp.ClientSession() as session:
        url = "https://example.org/delay/1"
        request = session.get(url)
        print(type(request).__name__, asyncio.iscoroutine(request))
        response = await request
        print(type(response).__name__, response.status)
        task = asyncio.create_task(session.get(url))
        print((await task).status, [r.status for r in await asyncio.gather(session.get(url), session.get(url))])
        for coming in asyncio.as_completed([session.get(f"https://example.org/delay/{n}") for n in (2, 1)]):
            print((await coming).url.name)
        done, pending = await asyncio.wait([asyncio.create_task(session.get(url))], timeout=0.5)
        print(len(done), len(pending))
        async with session.get(url) as first, session.get(url) as second:
            print(first is not second)


asyncio.run(main())
