"""One loop after the other, the second run twice and closed by hand."""
import asyncio


async def one():
    await asyncio.sleep(0)
    return 1


print(asyncio.run(one()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(one()), loop.run_until_complete(one()))
loop.close()
