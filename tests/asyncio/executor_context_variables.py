import asyncio
import contextvars

name = contextvars.ContextVar("name", default="default")


def look():
    seen = name.get()
    name.set("changed in the thread")
    return seen


async def main():
    name.set("main")
    print(await asyncio.to_thread(look), name.get())
    print(await asyncio.get_running_loop().run_in_executor(None, look), name.get())


asyncio.run(main())
