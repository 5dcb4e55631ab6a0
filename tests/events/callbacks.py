"""call_soon, call_later and call_at, one of them cancelled, and a callback that fails."""
import asyncio


def ring(what):
    print("ring", what)


def fails():
    raise ZeroDivisionError("of the bell")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["exception"]))
    loop.call_soon(ring, "soon")
    loop.call_later(2, ring, "later")
    loop.call_at(loop.time() + 1, ring, "at")
    loop.call_later(1, ring, "never").cancel()
    loop.call_soon(fails)
    await asyncio.sleep(3)


asyncio.run(main())
