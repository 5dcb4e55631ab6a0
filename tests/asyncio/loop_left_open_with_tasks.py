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
loop.run_until_complete(main("of a loop that the program holds"))
print("the program ends")
