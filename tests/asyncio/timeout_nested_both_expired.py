import asyncio
import time


async def main():
    try:
        async with asyncio.timeout(0.04) as outer:
            try:
                async with asyncio.timeout(0.02) as inner:
                    await asyncio.sleep(0)
                    time.sleep(0.08)
                    await asyncio.sleep(10)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
                raise
            finally:
                print("between")
    except TimeoutError as error:
        print("outer", outer.expired(), repr(error.__cause__))


asyncio.run(main())
