class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def __repr__(self):
        return "Stack" + super().__repr__()


class Counting(dict):
    def __missing__(self, key):
        self[key] = 0
        return 0


class Money(int):
    def __add__(self, o):
        return Money(int(self) + int(o))

    def __repr__(self):
        return f"${int(self)}"


class Temperature(float):
    pass


class Tags(set):
    pass


s = Stack([1]).push(2)
print(s, len(s), s[0], isinstance(s, list), s + [3], s == [1, 2], Stack("ab"))
c = Counting(a=1)
c["b"] += 2
print(c, c["z"], c.get("q"), list(c), dict(c))
print(Money(5) + 3, Money(5) * 2, Money(7) == 7, f"{Money(3)}", str(Money(3)), [Money(1)], Money(5) < 6)
print(Temperature(36.6), Temperature(1) + 1, Tags([1, 2]) | {3}, Tags("a"))
