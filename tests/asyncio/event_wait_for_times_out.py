import asyncio


async def main():
    event = asyncio.Event()
    for seconds in 0.02, 0, -1:
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except asyncio.TimeoutError:
            print("timeout", seconds, "waiters" in repr(event))
    event.set()
    print(await asyncio.wait_for(event.wait(), 0.02))
    try:
        print(await asyncio.wait_for(event.wait(), 0))
    except asyncio.TimeoutError:
        print("a limit of 0 is too short even so")


asyncio.run(main())
