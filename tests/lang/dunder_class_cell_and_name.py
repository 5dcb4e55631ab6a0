class Base:
    def who(self):
        return __class__.__name__, type(self).__name__

    def up(self):
        return super().__repr__()[:9]


class Child(Base):
    pass


print(Child().who(), Base().up(), Child.__mro__, Child.__bases__, Child.__qualname__)
print(Base.who.__qualname__, Child.who is Base.who, Child.__dict__.get("who"))
