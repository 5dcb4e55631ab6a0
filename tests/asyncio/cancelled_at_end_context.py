"""What asyncio.run cancels after main has failed: the error of main is the context of each."""
import asyncio


seen = []


def chain(e):
    names = []
    while e is not None:
        names.append(repr(e))
        e = e.__context__
    return names


async def by_sleep():
    await asyncio.sleep(10)


async def by_gather():
    await asyncio.gather(asyncio.sleep(10))


async def by_condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def retakes_the_lock(condition):
    async with condition:
        await condition.wait()


async def by_shield():
    await asyncio.shield(asyncio.sleep(10))


async def watch(work):
    try:
        await work
    except asyncio.CancelledError as e:
        seen.append((work.__name__, chain(e)))


async def main():
    condition = asyncio.Condition()
    works = by_sleep(), by_gather(), by_condition(), by_shield(), retakes_the_lock(condition)
    tasks = [asyncio.create_task(watch(work)) for work in works]
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        await asyncio.sleep(0)
        raise KeyError(len(tasks))


try:
    asyncio.run(main())
except KeyError as e:
    print("end", chain(e))
for line in sorted(seen):
    print(*line)
