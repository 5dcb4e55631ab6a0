import asyncio, time
def slow(n):
    time.sleep(n); print("cook done", n); return n
loop = asyncio.new_event_loop()
f = loop.run_in_executor(None, slow, 0.3)
g = loop.run_in_executor(None, slow, 0.1)
print(loop.run_until_complete(g), f.done())
loop.close()
print("closed")
