"""A server that never stops: each request is a task with a name, a timer, a future and a line of output."""
import asyncio, itertools

async def serve(n, gate):
    async with gate:
        done = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(0.01, done.set_result, f"answer {n}")
        text = await asyncio.wait_for(done, 1)
        print(f"request {n}: {text}")

async def main():
    gate = asyncio.Semaphore(4)
    for n in itertools.count():
        asyncio.create_task(serve(n, gate), name=f"request {n}")
        await asyncio.sleep(0.005)

asyncio.run(main())
