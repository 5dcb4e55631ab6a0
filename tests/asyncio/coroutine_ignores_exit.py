class Suspend:
    def __await__(self):
        yield "suspended"


async def stubborn():
    for _ in range(2):
        try:
            await Suspend()
        except GeneratorExit:
            print("I stay")


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
try:
    c.send(None)
except StopIteration:
    print("over")
