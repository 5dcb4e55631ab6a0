"""Two functions run at the same time beside the loop, and one of them fails."""
import asyncio
import time


def peel(seconds):
    time.sleep(seconds)
    if seconds > 1:
        raise OSError("cut finger")
    return "peeled"


async def main():
    results = await asyncio.gather(
        asyncio.to_thread(peel, 1),
        asyncio.get_running_loop().run_in_executor(None, peel, 2),
        return_exceptions=True,
    )
    print(results)


asyncio.run(main())
