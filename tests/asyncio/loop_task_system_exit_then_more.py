import asyncio


async def leave():
    raise KeyboardInterrupt


async def fine():
    return "fine"


loop = asyncio.new_event_loop()
task = loop.create_task(leave())
try:
    loop.run_until_complete(task)
except KeyboardInterrupt:
    print("interrupted", task.done(), repr(task.exception()))
print(loop.run_until_complete(fine()))
loop.close()
