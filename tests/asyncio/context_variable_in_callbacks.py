import asyncio
from contextvars import ContextVar, copy_context

color = ContextVar("color")


async def main():
    loop = asyncio.get_running_loop()
    color.set("red")
    loop.call_soon(lambda: print("soon", color.get()))
    other = copy_context()
    other.run(color.set, "blue")
    loop.call_soon(lambda: print("own context", color.get()), context=other)
    loop.call_later(0.02, lambda: print("later", color.get()))
    color.set("green")
    future = loop.create_future()
    future.add_done_callback(lambda f: print("done", color.get(), f.result()))
    color.set("white")
    future.set_result(1)
    await asyncio.sleep(0.05)
    print("main", color.get(), other[color])


asyncio.run(main())
