import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.02)
    except TimeoutError:
        print("timeout", future.cancelled())
    shielded = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.02)
    except TimeoutError:
        print("timeout", shielded.cancelled(), shielded.done())


asyncio.run(main())
