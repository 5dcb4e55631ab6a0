import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    for result_at, timeout in ((0.02, 0.04), (0.04, 0.02)):
        future = loop.create_future()

        def deliver():
            print("deliver", future.done())
            if not future.done():
                future.set_result("dish")

        loop.call_later(result_at, deliver)
        loop.call_soon(time.sleep, 0.08)
        try:
            print(await asyncio.wait_for(future, timeout))
        except TimeoutError:
            print("timeout", future.cancelled())


asyncio.run(main())
