import asyncio

loop = asyncio.new_event_loop()
future = asyncio.Future(loop=loop)
print(future.get_loop() is loop, future)
future.set_result(1)
print(future.result())
print(loop.run_until_complete(future))
loop.close()
try:
    future.add_done_callback(print)
except RuntimeError as error:
    print(error)
