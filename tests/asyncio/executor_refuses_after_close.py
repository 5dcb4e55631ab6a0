import asyncio


async def nothing():
    pass


loop = asyncio.new_event_loop()
loop.run_until_complete(loop.run_in_executor(None, print, "in the executor"))
loop.run_until_complete(loop.shutdown_default_executor())
try:
    loop.run_in_executor(None, print)
except RuntimeError as error:
    print(error)
loop.close()
try:
    loop.run_in_executor(None, print)
except RuntimeError as error:
    print(error)
