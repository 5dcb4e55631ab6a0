import asyncio


async def waits(name, seconds):
    try:
        await asyncio.sleep(seconds)
    finally:
        print(name, "ends")


async def main(name):
    asyncio.create_task(waits(name, 10), name=name)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main("of the current loop"))
print("the program ends, and nobody hears of its task")
