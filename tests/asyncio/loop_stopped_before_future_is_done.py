import asyncio


async def endless():
    while True:
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()
task = loop.create_task(endless())
loop.call_later(0.02, loop.stop)
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
print(task.done())
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
