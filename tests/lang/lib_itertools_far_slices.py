# islice takes numbers up to sys.maxsize.
import itertools
import sys

print(list(itertools.islice("abc", sys.maxsize)))
print(list(itertools.islice("abc", 2, 10**15)), list(itertools.islice("abc", 10**15, None)))
print(list(itertools.islice("abc", 0, None, 2**60)))
print(next(itertools.islice(itertools.count(), 1_100_000, None)))
for bad in (2**63, -1, "a"):
    try:
        itertools.islice("abc", bad)
    except ValueError as e:
        print(e)
    try:
        itertools.islice("abc", bad, None)
    except ValueError as e:
        print(e)
