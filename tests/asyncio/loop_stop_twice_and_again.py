import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
loop.call_soon(loop.stop)
loop.call_soon(print, "first run")
loop.run_forever()
loop.call_soon(print, "second run")
loop.call_soon(loop.call_soon, loop.stop)
loop.call_soon(loop.call_soon, print, "second round")
loop.run_forever()
print("end")
loop.close()
