import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
other = asyncio.new_event_loop()


async def who():
    return asyncio.get_event_loop() is other, asyncio.get_running_loop() is other


print(other.run_until_complete(who()))
print(asyncio.get_event_loop() is loop)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
for wrong in (1, "loop", asyncio.new_event_loop):
    try:
        asyncio.set_event_loop(wrong)
    except TypeError as error:
        print(str(error).split(",")[0])
loop.close()
other.close()
