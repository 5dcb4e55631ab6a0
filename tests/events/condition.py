"""Two wait for a condition; one is notified, then all."""
import asyncio


async def wait(bell, name):
    async with bell:
        await bell.wait()
        print(name, "heard it")


async def main():
    bell = asyncio.Condition()
    tasks = [asyncio.create_task(wait(bell, name)) for name in ("Ada", "Bob")]
    await asyncio.sleep(0)
    async with bell:
        bell.notify()
    await asyncio.sleep(1)
    async with bell:
        bell.notify_all()
    await asyncio.wait(tasks)


asyncio.run(main())
