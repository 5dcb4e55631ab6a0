import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("not by the inner one")
            except asyncio.CancelledError:
                print("cancelled inside", inner.expired())
                raise
    except TimeoutError:
        print("outer", outer.expired())


asyncio.run(main())
