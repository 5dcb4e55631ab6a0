import asyncio


async def words():
    for w in "tea soup tea fish".split():
        yield w


async def main():
    print(sorted({w async for w in words()}))
    print({w: len(w) async for w in words()})
    print({len(w): w async for w in words() if w != "soup"})


asyncio.run(main())
