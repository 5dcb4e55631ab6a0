class Logged:
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no {name}")
        return f"made up {name}"

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


a = Logged()
a.y = 2
print(a.x, a.y, a.z, hasattr(a, "_q"), getattr(a, "_q", "default"))
del a.y
print(a.y)


class Every:
    v = 1

    def __getattribute__(self, name):
        return f"<{name}>" if name != "__class__" else object.__getattribute__(self, name)


print(Every().v, Every().w)
