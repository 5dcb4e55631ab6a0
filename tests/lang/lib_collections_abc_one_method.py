from collections.abc import *


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class It:
    def __iter__(self): return iter([])
class Ln:
    def __len__(self): return 1
class Nx(It):
    def __next__(self): raise StopIteration
class NoHash:
    __hash__ = None
class Ca:
    def __call__(self): pass
class NotIt(It):
    __iter__ = None
class Aw:
    def __await__(self): yield
abcs = [Hashable, Iterable, Iterator, Reversible, Generator, Sized, Container, Collection, Callable, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, Awaitable, Coroutine]
values = [1, "a", [1], (1,), {1: 2}, {1}, frozenset(), iter([]), (x for x in "a"), range(3), print, int, None, b"x", {}.keys(), {}.items(), {}.values(), zip(), object(), lambda: 1, slice(1), It(), Ln(), Nx(), NoHash(), Ca(), NotIt(), Aw()]
for v in values:
    print(type(v).__name__, [a.__name__ for a in abcs if isinstance(v, a)])
print(issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(It, Iterable), issubclass(int, Iterable), issubclass(bool, Hashable))
check(lambda: isinstance(1, 5), lambda: issubclass(1, Iterable), lambda: Iterable(), lambda: Hashable.__abstractmethods__)
