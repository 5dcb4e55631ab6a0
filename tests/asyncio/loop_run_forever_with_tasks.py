import asyncio


async def ticker():
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(0.02)
    asyncio.get_running_loop().stop()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(ticker())
try:
    loop.run_forever()
finally:
    print(task.done(), loop.is_running())
    loop.run_until_complete(task)
    loop.close()
print("closed", loop.is_closed(), task.result())
