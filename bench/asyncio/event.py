"""Ten thousand tasks wait for one event, ten times."""
import asyncio


async def wait(bells):
    for bell in bells:
        await bell.wait()
    return len(bells)


async def main():
    bells = [asyncio.Event() for _ in range(10)]
    waiting = [asyncio.create_task(wait(bells)) for _ in range(10_000)]
    for bell in bells:
        await asyncio.sleep(0.001)
        bell.set()
    print(sum(await asyncio.gather(*waiting)))


asyncio.run(main())
