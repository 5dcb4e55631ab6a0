import copy
import string
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Protocol, Tuple, Union
print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits, string.capwords("a bc d"), string.Template("$a ${b} $$").substitute(a=1, b=2), repr(string.whitespace))
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(8)
print(a, b, c, b[1] is a[1], c[1] is a[1])


class C:
    def __init__(self):
        self.items = [1]


x = C()
y, z = copy.copy(x), copy.deepcopy(x)
x.items.append(2)
print(y.items, z.items)
r = [1]
r.append(r)
s = copy.deepcopy(r)
print(s[1] is s)


class Employee(NamedTuple):
    name: str
    id: int = 3


print(Employee("g"), Employee("a", 1).id, Optional[int], Union[int, str], List[int], Dict[str, int], Callable[[int], str], Tuple[int, ...], Any)


def f(x: Optional[int] = None, *args: Any) -> Union[int, str]:
    return x or "none"


print(f(), f(3))
