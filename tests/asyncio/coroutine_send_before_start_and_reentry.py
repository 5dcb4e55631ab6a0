import asyncio


async def plain():
    return 1


c = plain()
try:
    c.send("too early")
except TypeError as error:
    print(error)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)


async def selfish():
    try:
        me.send(None)
    except ValueError as error:
        print(error)


me = selfish()
asyncio.run(me)
