import asyncio


async def average():
    total, count, mean = 0, 0, None
    while True:
        value = yield mean
        await asyncio.sleep(0)
        total += value
        count += 1
        mean = total / count


async def main():
    gen = average()
    print(await gen.asend(None))
    for value in 10, 20, 60:
        print(await gen.asend(value))
    await gen.aclose()
    try:
        await gen.asend(1)
    except StopAsyncIteration as error:
        print("closed", error.args)


asyncio.run(main())
