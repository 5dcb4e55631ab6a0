# A single call that has no end of its own.
import itertools

list(itertools.count())
