from typing import Protocol, runtime_checkable, SupportsInt, SupportsAbs, TypeVar


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


T = TypeVar("T")
@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...
@runtime_checkable
class Named(Protocol):
    name: str
class NotRuntime(Protocol):
    def f(self): ...
class File:
    def close(self): pass
class Person:
    def __init__(self):
        self.name = "Ann"
check(lambda: isinstance(File(), Closable), lambda: isinstance(1, Closable), lambda: issubclass(File, Closable), lambda: Closable(), lambda: isinstance(Person(), Named), lambda: isinstance(File(), Named), lambda: issubclass(Person, Named), lambda: isinstance(1, NotRuntime),
      lambda: isinstance(3, SupportsInt), lambda: isinstance("a", SupportsInt), lambda: isinstance(3.5, SupportsAbs), lambda: runtime_checkable(File))
class Door(Closable):
    def __init__(self, color):
        self.color = color
    def close(self):
        return "closed"
print(Door("red").close(), Door("red").color, isinstance(Door("x"), Closable))
class Box(Protocol[T]):
    def get(self) -> T: ...
print(Box[int])
