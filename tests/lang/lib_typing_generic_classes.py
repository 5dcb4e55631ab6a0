from typing import Generic, TypeVar, List, Mapping, Union


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


T = TypeVar("T"); U = TypeVar("U")
class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []
    def push(self, x: T) -> None:
        self.items.append(x)
class Pair(Generic[T, U]):
    pass
s = Stack[int]()
s.push(1)
check(lambda: s.items, lambda: Stack[int], lambda: s.__orig_class__, lambda: Stack.__parameters__, lambda: Stack[int, str], lambda: Pair[int, str], lambda: Pair[int], lambda: Stack.__mro__, lambda: Stack.__orig_bases__, lambda: Stack[T][int], lambda: isinstance(s, Stack), lambda: isinstance(s, Stack[int]), lambda: Stack[int] == Stack[int])
class IntStack(Stack[int]): pass
class Numbers(List[int]): pass
print(IntStack.__mro__, IntStack.__orig_bases__, Numbers.__mro__, Numbers([1]))
class Const(Mapping[str, T]):
    def __getitem__(self, k): return 1
    def __iter__(self): return iter("a")
    def __len__(self): return 1
print(dict(Const()), Const.__parameters__)
def plain():
    class X(Generic): pass
def twice():
    class X(Generic[T], Generic[U]): pass
def unlisted():
    class X(List[U], Generic[T]): pass
def union():
    class X(Union[int, str]): pass
check(plain, twice, unlisted, union, lambda: IntStack[int])
