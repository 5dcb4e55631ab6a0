import collections.abc
import math as m
from collections import OrderedDict, deque as dq

print(m.floor(2.7), m.__name__, collections.abc.Iterable.__name__)
print(OrderedDict(a=1)["a"], dq([1, 2]).pop())
import sys
print("math" in sys.modules, sys.modules["math"] is m, __name__)
