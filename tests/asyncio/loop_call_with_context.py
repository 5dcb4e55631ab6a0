import asyncio
import contextvars

name = contextvars.ContextVar("name", default="nobody")


def say(what):
    print(what, name.get())
    name.set("changed by " + what)


async def main():
    loop = asyncio.get_running_loop()
    name.set("main")
    other = contextvars.Context()
    loop.call_soon(say, "soon")
    name.set("main, later")
    loop.call_soon(say, "second")
    loop.call_soon(say, "other", context=other)
    loop.call_soon(say, "other again", context=other)
    loop.call_later(0.02, say, "later")
    loop.call_at(loop.time() + 0.04, say, "at", context=other)
    loop.call_soon_threadsafe(say, "safe", context=other)
    await asyncio.sleep(0.08)
    print(name.get(), "|", other[name])


asyncio.run(main())
