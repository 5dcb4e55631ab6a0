import asyncio


async def fail(n):
    await asyncio.sleep(0)
    raise ValueError(n)


async def fine():
    return "fine"


loop = asyncio.new_event_loop()
for n in range(3):
    try:
        loop.run_until_complete(fail(n))
    except ValueError as error:
        print(repr(error), loop.is_running())
print(loop.run_until_complete(fine()))
loop.close()
