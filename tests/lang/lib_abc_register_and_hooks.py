from abc import ABC, ABCMeta, abstractmethod


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Base(ABC): pass
class Other: pass
class Below(Other): pass
print(isinstance(Other(), Base), issubclass(Below, Base))
print(Base.register(Other), isinstance(Other(), Base), issubclass(Below, Base), Base in Other.__mro__)
class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "quack") else NotImplemented
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Quacks), isinstance(3, Quacks), issubclass(Duck, Quacks), isinstance(Duck(), (int, Quacks)))
check(lambda: Base.register(5))
@Base.register
class Decorated: pass
print(isinstance(Decorated(), Base))
class Mix(Base, metaclass=ABCMeta): pass
try:
    Mix.register(Base)
except RuntimeError as e:
    print(e)
