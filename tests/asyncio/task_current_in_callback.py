import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in a callback:", asyncio.current_task()))
    task = asyncio.current_task()
    await asyncio.sleep(0)
    print(asyncio.current_task() is task, asyncio.current_task(loop) is task)
    print(len(asyncio.all_tasks(loop)))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
loop.close()
