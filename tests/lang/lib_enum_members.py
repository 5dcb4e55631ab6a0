from enum import Enum, auto, unique


def check(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return f"{self.name} is {self.value}"
    @property
    def low(self):
        return self.name.lower()
    @classmethod
    def default(cls):
        return cls.RED
check(lambda: Color.RED, lambda: str(Color.RED), lambda: f"{Color.RED:>12}|", lambda: Color, lambda: Color(2), lambda: Color["BLUE"], lambda: Color(9), lambda: Color["X"], lambda: list(Color), lambda: len(Color), lambda: Color.CRIMSON is Color.RED,
      lambda: list(Color.__members__.items()), lambda: Color.RED.describe(), lambda: Color.BLUE.low, lambda: Color.default(), lambda: Color.RED == 1, lambda: Color.RED < Color.BLUE, lambda: {Color.RED: "r"}[Color.RED], lambda: Color.RED in Color, lambda: 1 in Color,
      lambda: type(Color.RED), lambda: [c.name for c in reversed(Color)], lambda: Color.X, lambda: setattr(Color, "RED", 5), lambda: setattr(Color.RED, "value", 5), lambda: delattr(Color, "RED"), lambda: Color(), lambda: Color.RED.GREEN, lambda: dir(Color), lambda: sorted(Color, key=lambda c: -c.value))
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
print({c: c.value for c in Color}, hash(Color.RED) == hash("RED"), Color.RED is Color(1), bool(Color.RED))
