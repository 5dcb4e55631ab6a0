from dataclasses import make_dataclass, field, dataclass, fields

M = make_dataclass("M", ["a", ("b", int), ("c", int, field(default=5))], namespace={"total": lambda self: self.a + self.b + self.c})
print(M(1, 2), M(1, 2).total(), M.__name__, [f.type for f in fields(M)])
@dataclass
class Base:
    z: int = 0
print(make_dataclass("D", [("q", str, "d")], bases=(Base,))(1), make_dataclass("F", ["x"], frozen=True)(3))
class Celsius:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, obj, owner):
        return 20 if obj is None else getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        setattr(obj, self.name, float(value))
@dataclass
class Room:
    temperature: float = Celsius()
print(Room(), Room("5").temperature)
