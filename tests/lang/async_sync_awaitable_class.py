class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer.upper()


async def talk():
    name = await Ask("name?")
    town = await Ask("town?")
    return f"{name} of {town}"


coroutine = talk()
print(coroutine.send(None))
print(coroutine.send("ada"))
try:
    coroutine.send("london")
except StopIteration as stop:
    print(stop.value)
