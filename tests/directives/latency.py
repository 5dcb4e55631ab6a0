# The simulated network takes the time that a directive says, the first one that fits.
#: latency https://api.example.com/slow 2.5
#: latency https://*/image 300 ms
#: latency https://api.example.com 1 s
import asyncio
import aiohttp

async def fetch(session, path):
    before = asyncio.get_running_loop().time()
    async with session.get(path) as answer:
        await answer.text()
    print(path, round(asyncio.get_running_loop().time() - before, 2))

async def main():
    async with aiohttp.ClientSession() as session:
        for path in ("https://api.example.com/slow/9", "https://other.example.com/image",
                     "https://api.example.com/fast", "https://example.com/delay/3", "https://example.com/"):
            await fetch(session, path)

asyncio.run(main())
