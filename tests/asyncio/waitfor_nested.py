import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("work ends")


async def inner(timeout):
    try:
        await asyncio.wait_for(work(), timeout)
    except TimeoutError:
        print("inner timeout")
        return "inner gave up"
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def main():
    for outer_timeout, inner_timeout in ((0.06, 0.02), (0.02, 0.06)):
        try:
            print(await asyncio.wait_for(inner(inner_timeout), outer_timeout))
        except TimeoutError:
            print("outer timeout")


asyncio.run(main())
