import asyncio


async def player(name, mine, theirs, rounds):
    for n in range(rounds):
        await mine[n]
        print(name, n)
        theirs[n].set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    ping = [loop.create_future() for _ in range(5)]
    pong = [loop.create_future() for _ in range(5)]
    ping[0].set_result(None)
    await asyncio.gather(player("ping", ping, pong, 4), player("pong", pong, ping[1:], 4))


asyncio.run(main())
