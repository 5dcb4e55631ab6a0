import asyncio
import contextvars

table = contextvars.ContextVar("table", default=0)


async def seat():
    return table.get(), asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    table.set(1)
    other = contextvars.copy_context()
    other.run(table.set, 2)
    table.set(3)
    print(await loop.create_task(seat(), name="a"))
    print(await loop.create_task(seat(), name="b", context=other))
    print(await asyncio.create_task(seat(), name=7, context=contextvars.Context()))


asyncio.run(main())
