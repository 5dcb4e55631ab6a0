# Frames that wait are memory too.
def wait():
    yield 1

kept = []
while True:
    waiting = wait()
    next(waiting)
    kept.append(waiting)
