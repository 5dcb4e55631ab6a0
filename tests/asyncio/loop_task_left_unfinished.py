import asyncio


async def pinger(log):
    for n in range(4):
        log.append(n)
        await asyncio.sleep(0)
    log.append("end")


async def short():
    await asyncio.sleep(0)
    return "short"


loop = asyncio.new_event_loop()
log = []
task = loop.create_task(pinger(log))
print(loop.run_until_complete(short()), log, task.done())
print(loop.run_until_complete(short()), log, task.done())
loop.run_until_complete(task)
print(log, task.done())
loop.close()
