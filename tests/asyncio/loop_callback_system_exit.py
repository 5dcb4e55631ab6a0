import asyncio


def leave():
    print("leaves")
    raise SystemExit(4)


loop = asyncio.new_event_loop()
loop.call_soon(leave)
loop.call_soon(print, "same round, next run")
try:
    loop.run_forever()
except SystemExit as error:
    print("exit", error.code, loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
