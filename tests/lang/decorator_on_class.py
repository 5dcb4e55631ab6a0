registry = {}


def register(key):
    def decorate(cls):
        registry[key] = cls
        cls.key = key
        return cls
    return decorate


def add_repr(cls):
    def __repr__(self):
        inside = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{cls.__name__}({inside})"
    cls.__repr__ = __repr__
    return cls


@register("point")
@add_repr
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print(registry["point"](1, 2), Point.key, registry)
