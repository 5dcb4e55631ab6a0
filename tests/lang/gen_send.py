def echo():
    received = None
    while True:
        received = yield received
        if received == "stop":
            return "bye"


g = echo()
print(g.send(None), g.send(1), g.send("two"))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
try:
    echo().send(5)
except TypeError as e:
    print(e)
