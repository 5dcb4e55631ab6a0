import asyncio, time
def slow(n):
    time.sleep(n); print("cook done", n); return n
loop = asyncio.new_event_loop()
f = loop.run_in_executor(None, slow, 0.1)
print("main sleeps"); time.sleep(0.2); print("main awake", f.done())
print(loop.run_until_complete(f))
g = loop.run_in_executor(None, slow, 0.3)
loop.run_until_complete(asyncio.sleep(0.1))
other = asyncio.new_event_loop()
other.run_until_complete(asyncio.sleep(0.3))
print("other done", g.done())
other.close()
print(loop.run_until_complete(g), g)
loop.close()
