import asyncio, time
async def work(n):
    await asyncio.sleep(n / 10); print("work", n, asyncio.get_running_loop() is loop2); return n * n
async def fails():
    await asyncio.sleep(0.05); raise KeyError("in loop2")
loop2 = asyncio.new_event_loop()
def background():
    asyncio.set_event_loop(loop2)
    try: loop2.run_forever()
    finally: print("loop2 stopped"); loop2.close()
async def main():
    loop = asyncio.get_running_loop()
    bg = loop.run_in_executor(None, background)
    await asyncio.sleep(0.1)
    f = asyncio.run_coroutine_threadsafe(work(2), loop2)
    print(await asyncio.wrap_future(f))
    g = asyncio.run_coroutine_threadsafe(work(1), loop2)
    print("blocking", g.result())
    h = asyncio.run_coroutine_threadsafe(fails(), loop2)
    try: h.result()
    except KeyError as e: print(repr(e), h.done(), h.exception())
    loop2.call_soon_threadsafe(print, "called soon")
    await asyncio.sleep(0.05)
    print("still running", loop2.is_running())
    loop2.call_soon_threadsafe(loop2.stop)
    await bg
    print(loop2.is_closed())
asyncio.run(main())
