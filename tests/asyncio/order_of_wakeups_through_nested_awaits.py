import asyncio


async def leaf(name, rounds):
    for n in range(rounds):
        await asyncio.sleep(0)
    print(name)


async def branch(name, rounds):
    await leaf(name + " leaf", rounds)
    print(name)


async def main():
    await asyncio.gather(branch("a", 2), branch("b", 1), branch("c", 0), branch("d", 2))


asyncio.run(main())
