import asyncio, time
def ask(loop, n):
    f = asyncio.run_coroutine_threadsafe(answer(n), loop)
    try: return f.result(timeout=0.25)
    except TimeoutError: return "too late", f.cancel()
async def answer(n):
    await asyncio.sleep(n); return n
def cancelled(loop):
    async def c(): raise asyncio.CancelledError
    f = asyncio.run_coroutine_threadsafe(c(), loop)
    f.result()
async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(asyncio.to_thread(ask, loop, n) for n in (0.1, 0.2, 0.4))))
    try: await asyncio.to_thread(cancelled, loop)
    except BaseException as e: print(repr(e), type(e).__module__)
    def nested():
        async def inner():
            other = asyncio.run_coroutine_threadsafe(answer(0.05), loop)
            return await asyncio.wrap_future(other)
        return asyncio.run(inner())
    print(await asyncio.to_thread(nested))
asyncio.run(main())
