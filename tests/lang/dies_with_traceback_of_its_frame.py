"""An error that is kept holds the frames of its traceback, and these what their locals were in the end: also
a frame that caught it and went on."""


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies")


def fail():
    raise ValueError("kept")


def keep(kept):
    before, gone = Loud("before"), Loud("gone")
    try:
        fail()
    except ValueError as e:
        kept.append(e)
    gone = None
    after = Loud("after")
    print("keep ends")


def keep_none():
    local = Loud("of nobody")
    try:
        fail()
    except ValueError:
        pass
    print("keep_none ends")


def numbers(kept):
    inside = Loud("in a generator")
    try:
        yield 1
        fail()
    except ValueError as e:
        kept.append(e)
    yield 2


kept = []
keep(kept)
print("kept")
kept.clear()
print("cleared")
keep_none()
for n in numbers(kept):
    print(n)
print("exhausted", len(kept))
kept.pop()
print("popped")
keep(kept)
kept[0].__traceback__ = None
print("without traceback")


def in_a_ring():
    local = Loud("in a ring")
    try:
        fail()
    except ValueError as e:
        error = e
    print("in_a_ring ends")


in_a_ring()
print("only a collector ends that")
# Hangs on the collector: not for a build that collects at every allocation.
