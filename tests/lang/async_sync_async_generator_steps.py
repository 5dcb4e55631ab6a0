async def chat():
    received = []
    try:
        while len(received) < 3:
            received.append((yield len(received)))
    finally:
        print("received", received)


def run(awaitable):
    try:
        awaitable.__await__().send(None)
    except StopIteration as stop:
        return stop.value
    except StopAsyncIteration:
        return "over"


g = chat()
print(run(g.__anext__()), run(g.asend("a")), run(g.asend("b")), run(g.asend("c")), run(g.__anext__()))
g = chat()
print(run(g.__anext__()), run(g.aclose()))
