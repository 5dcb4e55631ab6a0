import asyncio

loop = asyncio.new_event_loop()


def tick(n):
    print("tick", n, loop.is_running())
    if n == 3:
        loop.stop()
        loop.call_soon(print, "after stop, next run")
        print("stop is asked for")
    else:
        loop.call_soon(tick, n + 1)


loop.call_soon(tick, 0)
print(loop.run_forever())
print("first run ended")
loop.call_soon(loop.stop)
loop.run_forever()
print("second run ended")
loop.close()
