class Base:
    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def value(self):
        return 1

    def __getitem__(self, i):
        return i


class Derived(Base):
    @classmethod
    def make(cls):
        return "made " + super().make()

    @property
    def value(self):
        return super().value + 1

    def __getitem__(self, i):
        return super().__getitem__(i) * 2

    def old(self):
        return super(Derived, self).value


d = Derived()
print(Derived.make(), d.value, d[4], d.old(), super(Derived, d).value)
try:
    super(Derived, d).missing
except AttributeError as e:
    print(e)
