from abc import ABC, ABCMeta, abstractmethod


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
    @staticmethod
    @abstractmethod
    def unit(): ...
    def twice(self):
        return self.area() * 2
class Half(Shape):
    def area(self):
        return 1
class Square(Half):
    name = "square"
    @classmethod
    def make(cls):
        return cls()
    @staticmethod
    def unit():
        return "m2"
check(lambda: Shape(), lambda: Half(), lambda: sorted(Shape.__abstractmethods__), lambda: Square().twice(), lambda: Square.make().name, lambda: isinstance(Square(), Shape), lambda: type(Shape), lambda: Shape.__mro__)
class One(metaclass=ABCMeta):
    @abstractmethod
    def only(self):
        return "base"
class Two(One):
    def only(self):
        return "sub of " + super().only()
check(lambda: One(), lambda: Two().only())
