import asyncio


async def player(word, mine, other):
    for n in range(3):
        await mine.wait()
        mine.clear()
        print(word, n)
        other.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    await asyncio.gather(player("ping", ping, pong), player("pong", pong, ping))


asyncio.run(main())
