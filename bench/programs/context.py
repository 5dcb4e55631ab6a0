"""Context managers, as classes and as generators."""
from contextlib import contextmanager


class Oven:
    def __init__(self):
        self.opened = 0

    def __enter__(self):
        self.opened += 1
        return self

    def __exit__(self, kind, value, traceback):
        return kind is ValueError


@contextmanager
def knife(log):
    log.append("taken")
    try:
        yield log
    finally:
        log.pop()


oven = Oven()
log = []
burnt = 0
for i in range(200_000):
    with oven as o:
        if i % 10 == 0:
            raise ValueError(i)
        burnt += o.opened % 2
for i in range(60_000):
    with knife(log) as k:
        burnt += len(k)
print(oven.opened, burnt, log)
