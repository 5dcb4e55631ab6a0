import asyncio


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    futures[1].set_result("ready")
    loop.call_soon(print, "a callback: not before wait returns")
    done, pending = await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), futures[1] in done)
    futures[0].set_result(0)
    futures[2].set_exception(ValueError("v"))
    done, pending = await asyncio.wait(futures)
    print(len(done), len(pending), repr(futures[2].exception()))


asyncio.run(main())
