import asyncio


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(4)]

    def finish():
        futures[2].set_result("c")
        futures[0].set_result("a")

    loop.call_later(0.02, finish)
    done, pending = await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    print([future in done for future in futures])
    loop.call_later(0.02, futures[1].set_exception, ValueError("b"))
    done, pending = await asyncio.wait(futures, return_when=asyncio.FIRST_EXCEPTION, timeout=5)
    print([future in done for future in futures])
    done, pending = await asyncio.wait(futures, timeout=0.02)
    print([future in pending for future in futures], repr(futures[1].exception()))


asyncio.run(main())
