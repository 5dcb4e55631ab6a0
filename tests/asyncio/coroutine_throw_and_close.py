class Suspend:
    def __await__(self):
        yield "suspended"


async def guarded():
    try:
        await Suspend()
    except ValueError as error:
        print("caught", error)
        await Suspend()
    finally:
        print("finally")
    return "end"


c = guarded()
print(c.send(None), c.throw(ValueError("thrown")))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
c = guarded()
c.send(None)
try:
    c.throw(KeyError, "other")
except KeyError as error:
    print(repr(error))
c = guarded()
c.send(None)
print(c.close(), c.close())
c = guarded()
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
