"""What holds itself does not end when nobody else holds it: counting references never sees that."""

class Runs:
    def __init__(self, name):
        self.name = name
        self.steps = self.run()
        next(self.steps)

    def run(self):
        try:
            yield self.name
        finally:
            print("finally", self.name)


def in_a_ring():
    Runs("ring")
    print("let go of it")


def broken_ring():
    runs = Runs("broken")
    runs.steps = None
    print("the ring is broken")
    runs = None
    print("let go of that")


broken_ring()
in_a_ring()
print("end")
