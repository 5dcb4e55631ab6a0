from dataclasses import dataclass

@dataclass(repr=False)
class NR:
    x: int = 1
@dataclass(eq=False)
class NE:
    x: int = 1
@dataclass(unsafe_hash=True)
class UH:
    x: int = 1
@dataclass(init=False)
class NI:
    x: int = 1
@dataclass
class Own:
    x: int
    def __init__(self):
        self.x = 42
    def __repr__(self):
        return "own"
print("NR object" in repr(NR()), NE() == NE(), hash(UH()) == hash(UH()), NI(), Own())
@dataclass
class Self:
    self: int
    cls: int = 1
print(Self(5))
@dataclass
class Shape:
    w: float
    h: float = 2.0
    def area(self):
        return self.w * self.h
    @property
    def double(self):
        return self.w * 2
    def __str__(self):
        return f"{self.w}x{self.h}"
s = Shape(3.0)
print(s, repr(s), s.area(), s.double, [s])
