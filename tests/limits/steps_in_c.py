# Calls that are at work in C for ever can be stopped there.
import itertools

print(sum(range(10**5)))
all(itertools.repeat(True))
