import asyncio
import contextvars

count = contextvars.ContextVar("count", default=0)


async def add(n):
    for _ in range(3):
        count.set(count.get() + n)
        await asyncio.sleep(0)


async def main():
    shared = contextvars.copy_context()
    await asyncio.gather(*(asyncio.create_task(add(n), context=shared) for n in (1, 10, 100)))
    print(shared[count], count.get())
    async with asyncio.TaskGroup() as group:
        group.create_task(add(1000), context=shared)
    print(shared[count])


asyncio.run(main())
