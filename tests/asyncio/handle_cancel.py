import asyncio


async def main():
    loop = asyncio.get_running_loop()
    first = loop.call_soon(print, "first")
    second = loop.call_soon(print, "second")
    later = loop.call_later(0.02, print, "later")
    never = loop.call_later(0.02, print, "never")
    print(first.cancelled(), second.cancel(), second.cancelled())
    never.cancel()
    never.cancel()
    print(never.cancelled(), later.cancelled())
    await asyncio.sleep(0.05)
    print(first.cancelled(), later.cancelled())
    later.cancel()
    print(later.cancelled())


asyncio.run(main())
