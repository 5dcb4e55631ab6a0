import asyncio
from contextvars import ContextVar, copy_context

request = ContextVar("request", default=0)


async def handle(n):
    before = request.get()
    request.set(n)
    await asyncio.sleep(0)
    return before, request.get()


async def main():
    context = copy_context()
    a = asyncio.create_task(handle(1), context=context)
    b = asyncio.create_task(handle(2), context=context)
    print(await a, await b, context[request], request.get())
    async with asyncio.TaskGroup() as group:
        c = group.create_task(handle(3), context=context)
    print(c.result(), request.get())


asyncio.run(main())
