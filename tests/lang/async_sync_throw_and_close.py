class Wait:
    def __await__(self):
        yield "waiting"


async def careful():
    try:
        await Wait()
    except ValueError as error:
        print("caught", error)
        await Wait()
    finally:
        print("finally")
    return "done"


c = careful()
print(c.send(None), c.throw(ValueError("thrown")))
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
c = careful()
c.send(None)
c.close()
print("closed")
