import asyncio
import sys


async def worker():
    await asyncio.sleep(0.02)
    print("the worker ends the program")
    sys.exit(3)


async def main():
    task = asyncio.create_task(worker())
    try:
        await asyncio.sleep(10)
    finally:
        print("main is left")


try:
    asyncio.run(main())
finally:
    print("after run")
