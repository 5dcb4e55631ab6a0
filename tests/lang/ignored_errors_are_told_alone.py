import io
import re
import sys


def waits(error):
    try:
        yield
    finally:
        raise error


def drop(error):
    generator = waits(error)
    next(generator)
    del generator


class Silent(Exception):
    def __str__(self):
        return ""


class Broken(Exception):
    def __str__(self):
        raise ValueError


told = sys.stderr = io.StringIO()
drop(ExceptionGroup("a", [ValueError(1), TypeError(2)]))
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError(1) from error
except KeyError as error:
    error.add_note("not told")
    kept = error
drop(kept)
drop(Silent(1))
drop(Broken(1))
print(re.sub("0x[0-9a-f]+", "0x", re.sub('"[^"]*/', '"', told.getvalue())))
