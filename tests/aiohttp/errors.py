import asyncio

import aiohttp
from aiohttp.client_exceptions import ClientConnectorError


async def main():
    async with aiohttp.ClientSession() as session:
        for url in ("https://nowhere.invalid/", "http://a.b.invalid:81/x"):
            try:
                await session.get(url)
            except ClientConnectorError as error:
                print(type(error).__name__, error, error.host, error.port, error.errno)
        for url in ("no address", "ftp://example.org/", "https://", "/get", "http://h:port/"):
            try:
                await session.get(url)
            except aiohttp.InvalidURL as error:
                print(repr(error), isinstance(error, ValueError), error.url)
        try:
            await session.get(None)
        except TypeError as error:
            print(error)


asyncio.run(main())
print(issubclass(aiohttp.ClientConnectorError, OSError), issubclass(aiohttp.ServerTimeoutError, asyncio.TimeoutError),
      issubclass(aiohttp.InvalidURL, aiohttp.ClientError))
print([c.__name__ for c in aiohttp.ClientConnectorDNSError.__mro__])
print(repr(aiohttp.ServerDisconnectedError()), aiohttp.ClientPayloadError("cut off"))
