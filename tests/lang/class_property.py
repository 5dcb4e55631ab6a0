class Celsius:
    def __init__(self, t=0):
        self.t = t

    @property
    def fahrenheit(self):
        """In the other scale."""
        return self.t * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.t = (f - 32) * 5 / 9

    @fahrenheit.deleter
    def fahrenheit(self):
        self.t = None

    @property
    def fixed(self):
        return 1


c = Celsius(100)
print(c.fahrenheit)
c.fahrenheit = 32
print(c.t, Celsius.fahrenheit.__doc__)
del c.fahrenheit
print(c.t)
for attempt in ("c.fixed = 2", ):
    try:
        c.fixed = 2
    except AttributeError as e:
        print(e)
try:
    del c.fixed
except AttributeError as e:
    print(e)
