import asyncio


def counter():
    count = 0

    async def add(n=1):
        nonlocal count
        before = count
        await asyncio.sleep(0)
        count = before + n
        return count

    return add, lambda: count


async def main():
    add, get = counter()
    print(await add(), await add(5), get())
    print(await asyncio.gather(add(), add(), add()), "the last one wins:", get())

    async def late():
        return i

    async def early(i):
        return i

    jobs, kept = [], []
    for i in range(3):
        jobs.append(late())
        kept.append(early(i))
    print(await asyncio.gather(*jobs), await asyncio.gather(*kept))


asyncio.run(main())
