import asyncio

loop = asyncio.new_event_loop()
loop.stop()
loop.call_soon(print, "one round runs all the same")
loop.call_later(10, print, "never")
loop.run_forever()
print("end")
loop.call_soon(print, "runs again")
loop.call_soon(loop.stop)
loop.call_soon(print, "in the round of the stop")
loop.run_forever()
loop.close()
