"""At the end of a run each async generator that somebody holds is closed by a task, exhausted or not."""
import asyncio

kept = []


async def flow(n):
    for i in range(n):
        yield i


async def main():
    print(asyncio.current_task().get_name())
    for n in 3, 1, 5:
        kept.append(flow(n))
        print(await anext(kept[-1]))
    print(await anext(kept[1], "exhausted"))
    async for x in flow(2):
        print("passing", x)


for _ in range(3):
    asyncio.run(main())
    kept.pop()
