import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.02, loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
print(future)
future.set_result(3)
loop.call_soon(print, "callback")
loop.call_later(0.02, loop.stop)
loop.run_forever()
print("ran to its own stop")
loop.close()
