import asyncio


async def work():
    try:
        print("begun")
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.02)
        print("cleaned")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0)
    except TimeoutError:
        print("timeout", task.cancelled())


asyncio.run(main())
