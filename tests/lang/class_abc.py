from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    def show(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2


class Half(Shape):
    def area(self):
        return 0


print(Square(3).show())
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
