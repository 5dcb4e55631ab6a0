import asyncio


async def waits(future):
    await future


async def main(loop):
    task = loop.create_task(waits(loop.create_future()), name="forgotten")
    await asyncio.sleep(0)
    print("main ends")


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
print("end")
