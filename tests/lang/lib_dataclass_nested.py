from dataclasses import dataclass, field, asdict, astuple
from typing import List
import copy

@dataclass
class Tree:
    v: int
    kids: List["Tree"] = field(default_factory=list)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t, asdict(t), astuple(t), t == copy.deepcopy(t), asdict(t, dict_factory=lambda pairs: sorted(pairs)))
t.kids.append(t)
print(t)
@dataclass
class Box:
    items: dict
    pair: tuple
b = Box({"k": Tree(1)}, (Tree(2), 3))
d = asdict(b)
print(d, astuple(b), copy.copy(b) == b, copy.deepcopy(b) == b)
