import asyncio
import contextvars

guest = contextvars.ContextVar("guest", default="nobody")


async def serve(name):
    print(name, "sees", guest.get())
    guest.set(name)
    await asyncio.sleep(0)
    print(name, "keeps", guest.get())


async def plain():
    guest.set("set by an awaited coroutine")


async def main():
    guest.set("main")
    tasks = [asyncio.create_task(serve(name)) for name in "ab"]
    guest.set("main, after create")
    tasks.append(asyncio.create_task(serve("c")))
    await asyncio.wait(tasks)
    print(guest.get())
    await plain()
    print(guest.get())
    await asyncio.gather(plain(), serve("d"))
    print(guest.get())


asyncio.run(main())
