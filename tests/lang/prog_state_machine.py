from enum import Enum, auto


class Light(Enum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()

    @property
    def next(self):
        members = list(Light)
        return members[(members.index(self) + 1) % len(members)]


light, seconds = Light.RED, {Light.RED: 30, Light.GREEN: 25, Light.YELLOW: 5}
clock = 0
for _ in range(7):
    print(f"{clock:3d} s {light.name:<6} {light!r} {light.value}")
    clock += seconds[light]
    light = light.next
