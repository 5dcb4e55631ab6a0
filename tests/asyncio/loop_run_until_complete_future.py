import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_soon(future.set_result, "soon")
print(loop.run_until_complete(future))
print(loop.run_until_complete(future), future.done())
failed = loop.create_future()
loop.call_later(0.02, failed.set_exception, ValueError("later"))
try:
    loop.run_until_complete(failed)
except ValueError as error:
    print(repr(error), failed.exception() is error)
dropped = loop.create_future()
loop.call_soon(dropped.cancel, "no more")
try:
    loop.run_until_complete(dropped)
except asyncio.CancelledError as error:
    print("cancelled", error.args)
loop.close()
