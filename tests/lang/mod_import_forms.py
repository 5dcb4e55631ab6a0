import math as m, collections.abc
from math import (sqrt as root,
                  floor)
from collections import *
import collections


def f():
    from random import Random
    import itertools as it
    return Random.__name__, next(it.count(3))


print(m.pi == 3.141592653589793, root(16), floor(1.5), f(), Counter("aab")["a"], collections.deque([1]), m.__name__)
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), isinstance(iter([]), collections.abc.Iterator), isinstance(5, collections.abc.Hashable))
if __name__ == "__main__":
    print("main")
