import asyncio
import itertools


async def spin(stop):
    shown = 0
    for char in itertools.cycle("|/-\\"):
        print(char, end="")
        shown += 1
        try:
            await asyncio.wait_for(stop.wait(), 0.1)
            break
        except TimeoutError:
            pass
    print("\nspinner showed", shown)


async def slow():
    await asyncio.sleep(0.15)
    return 42


async def main():
    stop = asyncio.Event()
    spinner = asyncio.create_task(spin(stop))
    result = await slow()
    stop.set()
    await spinner
    print("Answer:", result)


asyncio.run(main())
