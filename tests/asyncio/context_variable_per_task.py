import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def show(label):
    await asyncio.sleep(0)
    print(label, user.get())


async def visit(name):
    token = user.set(name)
    await show("in " + name)
    user.reset(token)
    await show("after " + name)


async def main():
    await asyncio.gather(visit("Ann"), visit("Bob"))
    user.set("main")
    task = asyncio.create_task(show("made while main"))
    user.set("changed")
    await task
    await visit("awaited directly")
    await show("at the end")


asyncio.run(main())
print(user.get())
