import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop)
    loop.set_debug(True)
    print(repr(loop))
    print(isinstance(loop, asyncio.AbstractEventLoop))


asyncio.run(main())
loop = asyncio.new_event_loop()
print(loop, type(loop).__name__)
loop.close()
print(loop)
