import asyncio

import aiohttp


async def main():
    session = aiohttp.ClientSession("https://example.org/api/", headers={"A": "1"})
    print(session.closed, session.timeout.total, session.headers, session.connector.limit)
    for path in ("/x", "y", "../z", "https://other.org/w"):
        async with session.get(path) as response:
            print(response.url)
    try:
        with session:
            pass
    except TypeError as error:
        print(error)
    await session.close()
    await session.close()
    print(session.closed)
    try:
        await session.get("/x")
    except RuntimeError as error:
        print(error)
    async with aiohttp.request("GET", "https://example.org/status/202") as response:
        print(response.status)
    shared = aiohttp.TCPConnector()
    async with aiohttp.ClientSession(connector=shared, connector_owner=False) as session:
        print((await session.get("https://example.org/")).status)
    print(session.closed, shared.closed)
    await shared.close()
    try:
        async with aiohttp.ClientSession() as session:
            await session.get("https://example.org/", params={"a": 1}, jsn={})
    except TypeError as error:
        print(error)
    try:
        async with aiohttp.ClientSession() as session:
            await session.post("https://example.org/", data="x", json={})
    except ValueError as error:
        print(error)


asyncio.run(main())
try:
    aiohttp.ClientSession()
except RuntimeError as error:
    print(error)
