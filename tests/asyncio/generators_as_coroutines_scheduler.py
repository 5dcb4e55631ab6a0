from collections import deque


def countdown(name, n):
    while n:
        print(name, n)
        yield
        n -= 1
    return name + " done"


def both(*tasks):
    results = []
    for task in tasks:
        results.append((yield from task))
    return results


class Scheduler:
    def __init__(self):
        self.ready = deque()

    def spawn(self, generator):
        self.ready.append(generator)

    def run(self):
        while self.ready:
            generator = self.ready.popleft()
            try:
                next(generator)
            except StopIteration as stop:
                print("->", stop.value)
            else:
                self.ready.append(generator)


s = Scheduler()
s.spawn(countdown("a", 3))
s.spawn(both(countdown("b", 1), countdown("c", 2)))
s.run()
