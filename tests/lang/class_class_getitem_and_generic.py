from typing import Generic, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, x: T):
        self.x = x


class Own:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


print(Box[int](5).x, Box("a").x, Own[3], list[int], dict[str, int], list[int]([1]), isinstance(Box(1), Box))
