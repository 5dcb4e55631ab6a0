# Tasks that wait for each other in a circle: cancelling one is a RecursionError, not the end of the world.
import asyncio
tasks = {}
async def one():
    await asyncio.sleep(0)
    await tasks['two']
async def two():
    await asyncio.sleep(0)
    await tasks['one']
async def main():
    tasks['one'] = asyncio.create_task(one())
    tasks['two'] = asyncio.create_task(two())
    await asyncio.sleep(5)
    try:
        tasks['one'].cancel()
    except RecursionError as e:
        print("recursion", e)
    print("over")
try:
    asyncio.run(main())
except RecursionError as e:
    print("at the end:", e)
