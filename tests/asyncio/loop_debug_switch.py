import asyncio

loop = asyncio.new_event_loop()
print(loop.get_debug())
loop.set_debug(True)
print(loop.get_debug())
loop.set_debug(False)


async def look():
    return asyncio.get_running_loop().get_debug()


print(loop.run_until_complete(look()))
loop.set_debug(True)
print(loop.run_until_complete(look()))
loop.close()
