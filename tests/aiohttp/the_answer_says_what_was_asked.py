import asyncio
import json

import aiohttp


async def main():
    async with aiohttp.ClientSession(headers={"X-Kitchen": "ours", "Accept": "text/plain"}) as session:
        async with session.get("https://example.org/soup?hot=yes",
                               params={"size": "big bowl", "salt": 2, "with": ["bread", "é&="]}) as response:
            print(await response.text(), end="")
            print(response.url, response.url.query, response.url.path, response.url.host, response.url.port)
            print(response.method, response.content_type, response.charset, response.content_length)
            print(response.headers["content-type"], "CONTENT-LENGTH" in response.headers, response.headers.get("x"))
        for method in ("put", "patch", "delete", "options"):
            async with getattr(session, method)("https://example.org/", headers={"x-kitchen": "yours"}) as response:
                answer = await response.json()
                print(answer["method"], answer["headers"])
        async with session.head("https://example.org/") as response:
            print(response.method, await response.read())
        for body in ({"json": {"n": [1, None]}}, {"data": {"a": "1", "b": "x y"}}, {"data": "text é"}, {"data": b"\x01"}):
            async with session.post("https://example.org/post", **body) as response:
                answer = await response.json()
                print(answer["data"], answer["form"], answer["json"], answer["headers"]["Content-Type"])
        async with session.request("get", "http://localhost:8080/a/b") as response:
            print(json.loads(await response.read())["headers"]["Host"])


asyncio.run(main())
