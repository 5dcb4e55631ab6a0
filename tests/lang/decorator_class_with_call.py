class CountCalls:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return lambda *args: self(instance, *args)


@CountCalls
def square(x):
    return x * x


class Shape:
    @CountCalls
    def area(self, side):
        return side ** 2


print([square(n) for n in range(4)], square.calls)
shape = Shape()
print(shape.area(3), shape.area(4), Shape.area.calls)
