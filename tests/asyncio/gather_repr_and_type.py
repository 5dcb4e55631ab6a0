import asyncio
import re


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    outer = asyncio.gather(*futures)
    print(repr(outer), isinstance(outer, asyncio.Future), outer.get_loop() is loop)
    futures[0].set_result("a")
    print(outer.done())
    futures[1].set_result("b")
    print(outer.done())
    await asyncio.sleep(0)
    print(repr(outer))
    print(await outer)


asyncio.run(main())
