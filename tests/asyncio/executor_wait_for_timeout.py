import asyncio
import time


def slow():
    time.sleep(0.1)
    return "slow"


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(slow), 0.02)
    except TimeoutError:
        print("timeout")
    future = asyncio.get_running_loop().run_in_executor(None, slow)
    done, pending = await asyncio.wait([future], timeout=0.02)
    print(len(done), len(pending))
    print(await future)


asyncio.run(main())
