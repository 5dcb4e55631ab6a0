class Plugin:
    names = []

    def __init_subclass__(cls, /, label=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.names.append(label or cls.__name__)


class A(Plugin):
    pass


class B(Plugin, label="bee"):
    pass


print(Plugin.names)


class Field:
    def __set_name__(self, owner, name):
        self.label = f"{owner.__name__}.{name}"


class C:
    x = Field()
    y = Field()


print(C.x.label, C.y.label)
