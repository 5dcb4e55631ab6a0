class Left:
    def __add__(self, o):
        print("Left.__add__")
        return NotImplemented

    def __lt__(self, o):
        print("Left.__lt__")
        return NotImplemented

    def __eq__(self, o):
        print("Left.__eq__")
        return NotImplemented


class Right:
    def __radd__(self, o):
        print("Right.__radd__")
        return "right"

    def __gt__(self, o):
        print("Right.__gt__")
        return True

    def __eq__(self, o):
        print("Right.__eq__")
        return NotImplemented


class Child(Left):
    def __radd__(self, o):
        print("Child.__radd__")
        return "child"


print(Left() + Right())
print(Left() < Right())
print(Left() == Right(), Left() != Right())
print(Left() + Child())
print(1 + Right(), 1 == Right())
