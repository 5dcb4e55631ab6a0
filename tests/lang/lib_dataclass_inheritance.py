from dataclasses import dataclass, field
from abc import ABC, abstractmethod


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


@dataclass
class Base:
    x: int = 1
    y: int = 2
@dataclass
class Child(Base):
    z: int = 3
    x: int = 10
print(Child(), Child(1, 2, 3), Child() == Base(10, 2), Child.__match_args__)
@dataclass
class Named(ABC):
    name: str
    @abstractmethod
    def hi(self): ...
@dataclass
class Dog(Named):
    age: int = 2
    def __post_init__(self):
        print("made", self.name)
    def hi(self):
        return f"{self.name} {self.age}"
check(lambda: Named("x"), lambda: Dog("Rex").hi())
class Plain:
    def __init__(self):
        self.q = 1
@dataclass
class FromPlain(Plain):
    v: int = 0
    def __post_init__(self):
        super().__init__()
print(FromPlain(3).q, FromPlain(3))
