from functools import partialmethod

class Cell:
    def __init__(self):
        self.alive = False
    def set_state(self, state, note=""):
        self.alive = state
        return note
    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, note="dead")
    @classmethod
    def make(cls, kind):
        return cls.__name__ + kind
    small = partialmethod(make, "-small")

c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), c.alive, c.set_alive(note="n"), Cell.small(), c.small())
try:
    partialmethod(3)
except TypeError as e:
    print(e)
