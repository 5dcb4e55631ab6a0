from pprint import pprint, pformat, pp, isreadable, isrecursive, saferepr
from collections import OrderedDict, defaultdict, Counter, deque
from dataclasses import dataclass
from types import SimpleNamespace

pprint({"name": "a" * 30, "list": list(range(30)), "nested": {"k" + str(i): [i] * 5 for i in range(5)}})
pprint([{"b": 1, "a": 2}, ("x",), {3, 1, 2}, frozenset([1])])
pprint(list(range(40)), compact=True, width=50)
pprint({"b": 1, "a": 2}, sort_dicts=False); pp({"b": 1, "a": 2})
print(pformat([[1, [2, [3, [4]]]]], depth=2), pformat("word " * 30), pformat(1234567, underscore_numbers=True), pformat({"a": 1}, indent=4), pformat({}), pformat(()))
long = ["item number %d" % i for i in range(8)]
pprint(tuple(long), indent=4); pprint(set(long)); pprint(deque(long)); pprint(OrderedDict((k, 1) for k in long)); pprint(Counter({k: i for i, k in enumerate(long)})); pprint(defaultdict(int, {k: i for i, k in enumerate(long)})); pprint(SimpleNamespace(**{f"attr{i}": v for i, v in enumerate(long)}))
@dataclass
class Thing:
    first: list
    second: str
pprint(Thing(long, "x"))
pprint(b"bytes " * 20, width=40)
loop = [1]; loop.append(loop)
print(isreadable([1]), isrecursive(loop), "Recursion on list" in saferepr(loop))
pprint({1: "a", "b": 2, None: 3})
