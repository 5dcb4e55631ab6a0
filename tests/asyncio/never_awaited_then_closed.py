import asyncio


async def cook():
    print("never")


coroutine = cook()
coroutine.close()
started = cook()
try:
    started.send(None)
except StopIteration:
    print("ran")
print("no warning")
