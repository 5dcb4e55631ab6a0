class Checked:
    def __setattr__(self, name, value):
        if not isinstance(value, int):
            raise TypeError(f"{name} must be an int")
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("delete", name)
        object.__delattr__(self, name)


c = Checked()
c.a = 1
try:
    c.b = "x"
except TypeError as error:
    print(error)
del c.a
try:
    del c.a
except AttributeError as error:
    print(error)
