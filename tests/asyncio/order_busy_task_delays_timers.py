import asyncio
import time


async def blocker():
    print("blocks")
    time.sleep(0.1)
    print("blocked")


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name)


async def main():
    tasks = [asyncio.create_task(sleeper(name, delay)) for name, delay in (("c", 0.06), ("a", 0.02), ("b", 0.04))]
    tasks.append(asyncio.create_task(blocker()))
    await asyncio.sleep(0)
    print("main is next")
    await asyncio.wait(tasks)


asyncio.run(main())
