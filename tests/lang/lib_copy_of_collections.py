import copy
from collections import defaultdict, OrderedDict, Counter, deque, ChainMap, namedtuple
from dataclasses import dataclass

@dataclass
class D:
    a: int
    b: list
N = namedtuple("N", "a b")
for v in (defaultdict(list, {"a": [1]}), OrderedDict(a=[1]), Counter("aab"), deque([1, [2]], 5), ChainMap({"a": [1]}), N([1], 2), D(1, [2])):
    c, d = copy.copy(v), copy.deepcopy(v)
    print(c, d, c == v, d == v, type(c) is type(v), type(d) is type(v))
