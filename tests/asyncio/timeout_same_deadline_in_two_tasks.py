import asyncio


async def work(name, deadline):
    try:
        async with asyncio.timeout_at(deadline):
            await asyncio.sleep(10)
    except TimeoutError:
        print(name, "timeout")


async def main():
    deadline = asyncio.get_running_loop().time() + 0.03
    await asyncio.gather(work("a", deadline), work("b", deadline + 0.02), work("c", deadline - 0.02))


asyncio.run(main())
